package dev.throughline.model;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A content digest (OCI Image Specification 1.1, descriptor, <em>Digests</em>).
 *
 * @param algorithm {@code sha256} or {@code sha512}, the registered algorithms
 * @param hex the encoded part, lower-case
 */
public record Digest(String algorithm, String hex) {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern SHA512 = Pattern.compile("[0-9a-f]{128}");

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if the algorithm is not registered or the encoded part has another length
     */
    public Digest {
        boolean valid = switch (algorithm) {
            case "sha256" -> SHA256.matcher(hex).matches();
            case "sha512" -> SHA512.matcher(hex).matches();
            default -> false;
        };
        if (!valid) {
            throw new IllegalArgumentException(
                    "'" + Text.quote(algorithm + ":" + hex) + "' is not a sha256 or sha512 digest");
        }
    }

    /**
     * Reads the text form.
     *
     * @param text {@code sha256:<64 hex>}
     * @return the digest
     * @throws IllegalArgumentException if it has not this form
     */
    public static Digest parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("'" + Text.quote(text) + "' is not a digest");
        }
        return new Digest(text.substring(0, colon), text.substring(colon + 1).toLowerCase(Locale.ROOT));
    }

    /** {@return the text form} */
    @Override
    public String toString() {
        return algorithm + ":" + hex;
    }
}
