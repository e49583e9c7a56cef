package dev.throughline.connector.classification;

import com.google.common.hash.Hashing;
import com.google.common.net.InetAddresses;
import com.google.common.primitives.Ints;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.ClassificationRule;
import dev.throughline.model.DataClassification;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the sections {@code critical}, {@code sensitive} and {@code trustedRanges}. */
final class Rules {
    private static final Set<String> CRITICAL = Set.of("key", "match", "level", "kind", "name", "reason");
    private static final Set<String> SENSITIVE = Set.of("key", "match", "level", "kind", "name", "reason", "classes");
    private static final Set<String> TRUSTED = Set.of("range", "reason");
    private static final Set<String> LEVELS = Set.of("very-high", "high", "medium", "low");

    private Rules() {}

    static void critical(Fields entry, FactSink sink) {
        Entries.allow(entry, CRITICAL);
        entry.requiredText("level");
        rule("critical", entry, null, sink);
        describe(entry, sink);
    }

    static void sensitive(Fields entry, FactSink sink) {
        Entries.allow(entry, SENSITIVE);
        List<String> classes = entry.strings("classes");
        rule("sensitive", entry, classes, sink);
        describe(entry, sink);
        classes.forEach(c -> classify(entry, c, sink));
    }

    private static void rule(String effect, Fields entry, @Nullable List<String> classes, FactSink sink) {
        String pattern = pattern(entry);
        String hash = Hashing.sha256()
                .hashString(effect + " " + pattern, StandardCharsets.UTF_8)
                .toString();
        sink.accept(new ClassificationRule(
                AssetKey.of(AssetKind.CLASSIFICATION_RULE, hash),
                effect,
                pattern,
                level(entry),
                classes,
                entry.text("reason"),
                null));
    }

    static void trusted(Fields entry, FactSink sink) {
        Entries.allow(entry, TRUSTED);
        String range = entry.requiredText("range");
        if (!isRange(range)) {
            throw new WrongShape(entry.get("range").pointer(), "not a range in CIDR notation");
        }
        String hash = Hashing.sha256()
                .hashString("trusted " + range, StandardCharsets.UTF_8)
                .toString();
        sink.accept(new ClassificationRule(
                AssetKey.of(AssetKind.CLASSIFICATION_RULE, hash),
                "trusted",
                null,
                null,
                null,
                entry.text("reason"),
                List.of(range)));
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

    private static String pattern(Fields entry) {
        if (entry.has("key") == entry.has("match")) {
            throw new WrongShape(entry.pointer(), "an entry has either a key or a match");
        }
        return entry.has("key") ? Entries.key(entry, "key").text() : match(entry);
    }

    /** A pattern that starts like no key would fit nothing, and look as if there were nothing to fit. */
    private static String match(Fields entry) {
        String match = entry.requiredText("match");
        int star = match.indexOf('*');
        int colon = match.indexOf(':');
        if (star < 0 || (colon >= 0 && colon < star)) {
            try {
                new AssetKey(match);
            } catch (IllegalArgumentException e) {
                throw new WrongShape(entry.get("match").pointer(), String.valueOf(e.getMessage()));
            }
        }
        return match.startsWith("repository:") ? match.toLowerCase(Locale.ROOT) : match;
    }

    private static @Nullable String level(Fields entry) {
        String level = entry.text("level");
        if (level != null && !LEVELS.contains(level)) {
            throw new WrongShape(
                    entry.get("level").pointer(), "not a level; there are very-high, high, medium and low");
        }
        return level;
    }

    private static void describe(Fields entry, FactSink sink) {
        String name = entry.text("name");
        if (!entry.has("kind")) {
            if (name != null) {
                throw new WrongShape(entry.get("name").pointer(), "a name without a kind");
            }
            return;
        }
        AssetKind kind = AssetKind.labelled(entry.requiredText("kind"));
        AssetKey key = Entries.key(entry, "key");
        sink.accept(kind.create(key, name == null ? Map.of() : Map.of("name", name)));
    }

    private static void classify(Fields entry, String name, FactSink sink) {
        AssetKey classification = AssetKey.of(AssetKind.DATA_CLASSIFICATION, name);
        sink.accept(new DataClassification(classification, name));
        if (entry.has("key")) {
            AssetKey key = Entries.key(entry, "key");
            if (RelationType.CLASSIFIED_AS.allows(key, classification)) {
                String reason = entry.text("reason");
                sink.accept(new Relation(
                        key,
                        RelationType.CLASSIFIED_AS,
                        classification,
                        reason == null ? Map.of() : Map.of("reason", reason)));
            }
        }
    }
}
