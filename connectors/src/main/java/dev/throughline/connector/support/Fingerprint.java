package dev.throughline.connector.support;

import com.google.common.base.CharMatcher;
import com.google.common.primitives.Ints;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What names a weakness: a hash of what does not change while it is not mended, so that the same weakness keeps its key
 * from one scan to the next and has one key in every report that tells of it.
 *
 * <p>SHA-256 over the parts in their order, each as UTF-8 behind its length in bytes as a big-endian 32-bit number, so that
 * no two lists of parts run together into the same bytes.
 */
public final class Fingerprint {
    private static final CharMatcher BLANKS = CharMatcher.anyOf(" \t\n\u000B\f\r");
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PREFIX = (AssetKind.WEAKNESS.prefix() + ":").getBytes(StandardCharsets.US_ASCII);

    private final byte[] hash;

    /** Keeps the array. */
    Fingerprint(byte[] hash) {
        this.hash = hash;
    }

    /**
     * What names a weakness. {@link Fingerprints} makes many of them faster.
     *
     * @param parts what tells it from all others; a part that is unknown is empty, never left out
     * @return hash of the parts
     */
    public static Fingerprint of(String... parts) {
        return new Fingerprints().of(parts);
    }

    /**
     * The key of the weakness.
     *
     * @return {@code finding:<64 hex>}
     */
    public AssetKey key() {
        byte[] text = Arrays.copyOf(PREFIX, PREFIX.length + 2 * hash.length);
        for (int i = 0; i < hash.length; i++) {
            text[PREFIX.length + 2 * i] = HEX[hash[i] >> 4 & 0xf];
            text[PREFIX.length + 2 * i + 1] = HEX[hash[i] & 0xf];
        }
        return new AssetKey(new String(text, StandardCharsets.ISO_8859_1));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Fingerprint fingerprint && Arrays.equals(hash, fingerprint.hash);
    }

    @Override
    public int hashCode() {
        return Ints.fromByteArray(hash);
    }

    @Override
    public String toString() {
        return key().text();
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
