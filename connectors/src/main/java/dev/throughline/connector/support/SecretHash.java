package dev.throughline.connector.support;

import com.google.common.io.BaseEncoding;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of the value of a credential that a scanner wrote into its file: with a key the first half of its HMAC-SHA-256
 * (RFC 2104), by which the same credential is known wherever it is found; without one nothing, and the value is not even
 * looked at. Immutable.
 */
public final class SecretHash {
    /** Keeps nothing. */
    public static final SecretHash NONE = new SecretHash(null);

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST_KEY = 32;
    private static final int KEPT_BYTES = 16;

    /** Fewer characters are a mask more often than a credential. */
    private static final int SHORTEST_VALUE = 8;

    private final @Nullable SecretKeySpec key;

    private SecretHash(@Nullable SecretKeySpec key) {
        this.key = key;
    }

    /**
     * Hashes with a key. Who has the key can test guesses against the hashes, so it must be kept like any secret, and not where
     * they are.
     *
     * @param key a random key of at least 32 bytes, the same from one reading to the next
     * @return what hashes with it
     * @throws IllegalArgumentException if the key is shorter
     */
    public static SecretHash withKey(byte[] key) {
        if (key.length < SHORTEST_KEY) {
            throw new IllegalArgumentException("the key that hashes secrets has fewer than " + SHORTEST_KEY + " bytes");
        }
        return new SecretHash(new SecretKeySpec(key, ALGORITHM));
    }

    /**
     * The hash of a value.
     *
     * @param record the record
     * @param field the field of it that holds the value
     * @return 32 hexadecimal digits; null without a key, and where there is no value, or only a part or mask of one
     */
    public @Nullable String of(Fields record, String field) {
        if (key == null) {
            return null;
        }
        String value = record.get(field).node().textValue();
        return value == null || !isWhole(value) ? null : hash(key, value.strip());
    }

    private static boolean isWhole(String value) {
        return value.strip().length() >= SHORTEST_VALUE
                && !value.contains("***")
                && !value.contains("REDACTED")
                && !value.endsWith("...");
    }

    private static String hash(SecretKeySpec key, String value) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] hash = mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
            return BaseEncoding.base16().lowerCase().encode(Arrays.copyOf(hash, KEPT_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
