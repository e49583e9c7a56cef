package dev.throughline.connector.classification;

import com.google.common.hash.Hashing;
import com.google.common.net.InetAddresses;
import com.google.common.primitives.Ints;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the section {@code trustedRanges}. */
final class TrustedRanges {
    private static final Set<String> FIELDS = Set.of("range", "reason");

    private TrustedRanges() {}

    static void read(Fields entry, FactSink sink) {
        Entries.allow(entry, FIELDS);
        String range = entry.requiredText("range");
        if (!isRange(range)) {
            throw new WrongShape(entry.get("range").pointer(), "not a range in CIDR notation");
        }
        String hash = Hashing.sha256()
                .hashString("trusted " + range, StandardCharsets.UTF_8)
                .toString();
        Map<String, Object> said = new HashMap<>(Map.of("effect", "trusted", "ranges", List.of(range)));
        String reason = entry.text("reason");
        if (reason != null) {
            said.put("reason", reason);
        }
        sink.accept(AssetKind.CLASSIFICATION_RULE.create(AssetKey.of(AssetKind.CLASSIFICATION_RULE, hash), said));
    }

    /** A range that begins at no address, or holds them all, would make everything look safe. */
    private static boolean isRange(String range) {
        int slash = range.indexOf('/');
        Integer bits = slash < 0 ? null : Ints.tryParse(range.substring(slash + 1));
        if (bits == null || bits < 1 || !InetAddresses.isInetAddress(range.substring(0, slash))) {
            return false;
        }
        int most = InetAddresses.forString(range.substring(0, slash)).getAddress().length * Byte.SIZE;
        return bits <= most;
    }
}
