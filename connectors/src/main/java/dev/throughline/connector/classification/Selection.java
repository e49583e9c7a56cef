package dev.throughline.connector.classification;

import com.google.common.hash.Hashing;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The assets an entry is about: one ({@code key}), or all that fit {@code match}, {@code where} or both.
 *
 * @param pattern a key, in which {@code *} stands for any characters
 * @param kind label of a kind
 * @param name a name, in which {@code *} stands for any characters
 * @param tag tag or label as {@code key=value}
 * @param namespace namespace of a cluster
 * @param account id of a cloud account
 */
record Selection(
        @Nullable String pattern,
        @Nullable String kind,
        @Nullable String name,
        @Nullable String tag,
        @Nullable String namespace,
        @Nullable String account) {
    private static final Set<String> WHERE = Set.of("kind", "name", "tag", "namespace", "account");

    static Selection of(Fields entry) {
        if (entry.has("key") ? entry.has("match") || entry.has("where") : !entry.has("match") && !entry.has("where")) {
            throw new WrongShape(entry.pointer(), "an entry has either a key, or a match, a where or both");
        }
        Fields where = entry.object("where");
        Entries.allow(where, WHERE);
        if (entry.has("where") && where.names().isEmpty()) {
            throw new WrongShape(where.pointer(), "there is no condition in it");
        }
        return new Selection(
                pattern(entry),
                kind(where),
                where.text("name"),
                tag(where),
                where.text("namespace"),
                where.text("account"));
    }

    /** The key of the rule that gives an effect to these assets. */
    AssetKey ruleKey(String effect) {
        // A rule with a pattern only keeps the key it had before there were conditions.
        String said = Stream.of(kind, name, tag, namespace, account).allMatch(part -> part == null)
                ? effect + " " + pattern
                : Stream.of(effect, pattern, kind, name, tag, namespace, account)
                        .map(part -> part == null ? "-" : part.length() + ":" + part)
                        .collect(Collectors.joining(" "));
        return AssetKey.of(
                AssetKind.CLASSIFICATION_RULE,
                Hashing.sha256().hashString(said, StandardCharsets.UTF_8).toString());
    }

    private static @Nullable String pattern(Fields entry) {
        if (entry.has("key")) {
            return Entries.key(entry, "key").text();
        }
        return entry.has("match") ? match(entry) : null;
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

    private static @Nullable String kind(Fields where) {
        if (!where.has("kind")) {
            return null;
        }
        try {
            return AssetKind.labelled(where.requiredText("kind")).label();
        } catch (IllegalArgumentException e) {
            throw new WrongShape(where.get("kind").pointer(), String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable String tag(Fields where) {
        String tag = where.text("tag");
        if (tag != null && tag.indexOf('=') < 1) {
            throw new WrongShape(where.get("tag").pointer(), "expected key=value");
        }
        return tag;
    }
}
