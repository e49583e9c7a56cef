package dev.throughline.connector.support;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** Makes {@link Fingerprint}s where there are many, with one digest for all. Not for use by several threads at once. */
public final class Fingerprints {
    private final MessageDigest digest = sha256();
    private byte[] hashed = new byte[256];
    private int length;

    /** The parts of the one before, many of which come again. */
    private String[] texts = new String[0];

    private byte[][] bytes = new byte[0][];

    /** A maker that has made none yet. */
    public Fingerprints() {}

    /**
     * What names a weakness, as {@link Fingerprint#of} makes it.
     *
     * @param parts what tells it from all others; a part that is unknown is empty, never left out
     * @return hash of the parts
     */
    public Fingerprint of(String... parts) {
        if (texts.length < parts.length) {
            texts = Arrays.copyOf(texts, parts.length);
            bytes = Arrays.copyOf(bytes, parts.length);
        }
        length = 0;
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].equals(texts[i])) {
                texts[i] = parts[i];
                bytes[i] = parts[i].getBytes(StandardCharsets.UTF_8);
            }
            append(bytes[i]);
        }
        digest.update(hashed, 0, length);
        return new Fingerprint(digest.digest());
    }

    private void append(byte[] part) {
        int end = length + Integer.BYTES + part.length;
        if (end > hashed.length) {
            hashed = Arrays.copyOf(hashed, 2 * end);
        }
        for (int shift = 24; shift >= 0; shift -= 8) {
            hashed[length++] = (byte) (part.length >>> shift);
        }
        System.arraycopy(part, 0, hashed, length, part.length);
        length = end;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
