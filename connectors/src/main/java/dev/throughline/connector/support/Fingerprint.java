package dev.throughline.connector.support;

import com.google.common.base.CharMatcher;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import java.util.Locale;

/**
 * What names a weakness: a hash of what does not change while it is not mended, so that the same weakness keeps its key
 * from one scan to the next and has one key in every report that tells of it.
 *
 * <p>SHA-256 over the parts in their order, each as UTF-8 behind its length in bytes as a big-endian 32-bit number, so that
 * no two lists of parts run together into the same bytes.
 */
public final class Fingerprint {
    private static final CharMatcher BLANKS = CharMatcher.anyOf(" \t\n\u000B\f\r");

    private Fingerprint() {}

    /**
     * The key of a weakness. {@link Fingerprints} makes many of them faster.
     *
     * @param parts what tells it from all others; a part that is unknown is empty, never left out
     * @return {@code finding:<64 hex>}
     */
    public static AssetKey of(String... parts) {
        return new Fingerprints().of(parts);
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
        return BLANKS.collapseFrom(tool.strip().toLowerCase(Locale.ROOT), '-');
    }
}
