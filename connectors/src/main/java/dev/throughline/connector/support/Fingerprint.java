package dev.throughline.connector.support;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * What names a weakness: a hash of what does not change while it is not mended, so that the same weakness keeps its key
 * from one scan to the next and has one key in every report that tells of it.
 *
 * <p>SHA-256 over the parts in their order, each as UTF-8 behind its length in bytes as a big-endian 32-bit number, so that
 * no two lists of parts run together into the same bytes.
 */
public final class Fingerprint {
    private Fingerprint() {}

    /**
     * The key of a weakness.
     *
     * @param parts what tells it from all others; a part that is unknown is empty, never left out
     * @return {@code finding:<64 hex>}
     */
    public static AssetKey of(String... parts) {
        Hasher hasher = Hashing.sha256().newHasher();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            hasher.putBytes(new byte[] {
                (byte) (bytes.length >>> 24),
                (byte) (bytes.length >>> 16),
                (byte) (bytes.length >>> 8),
                (byte) bytes.length
            });
            hasher.putBytes(bytes);
        }
        return AssetKey.of(AssetKind.WEAKNESS, hasher.hash().toString());
    }

    /**
     * The key of a rule, the same from every report.
     *
     * @param tool name of the tool as it writes it
     * @param rule id of the rule
     * @return {@code rule:codeql/java/sql-injection}
     */
    public static AssetKey rule(String tool, String rule) {
        return AssetKey.of(AssetKind.RULE, slug(tool) + "/" + rule);
    }

    /**
     * The name of a tool as a part of keys and fingerprints.
     *
     * @param tool name of the tool as it writes it
     * @return in lower case, with hyphens for blanks
     */
    public static String slug(String tool) {
        return tool.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", "-");
    }
}
