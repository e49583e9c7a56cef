package dev.throughline.connector.support;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** Makes the keys of {@link Fingerprint} where there are many, with one digest for all. Not for use by several threads at once. */
public final class Fingerprints {
    private static final int BYTES = 32;
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PREFIX = (AssetKind.WEAKNESS.prefix() + ":").getBytes(StandardCharsets.US_ASCII);

    private final MessageDigest digest = sha256();
    private final byte[] key = Arrays.copyOf(PREFIX, PREFIX.length + 2 * BYTES);
    private byte[] hashed = new byte[256];
    private int length;

    /** The parts of the key before, many of which come again. */
    private String[] texts = new String[0];

    private byte[][] bytes = new byte[0][];

    /** A maker that has made no key yet. */
    public Fingerprints() {}

    /**
     * The key of a weakness, as {@link Fingerprint#of} makes it.
     *
     * @param parts what tells it from all others; a part that is unknown is empty, never left out
     * @return {@code finding:<64 hex>}
     */
    public AssetKey of(String... parts) {
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
        return key();
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

    private AssetKey key() {
        digest.update(hashed, 0, length);
        try {
            digest.digest(hashed, 0, BYTES);
        } catch (DigestException e) {
            throw new IllegalStateException(e);
        }
        for (int i = 0; i < BYTES; i++) {
            key[PREFIX.length + 2 * i] = HEX[hashed[i] >> 4 & 0xf];
            key[PREFIX.length + 2 * i + 1] = HEX[hashed[i] & 0xf];
        }
        return new AssetKey(new String(key, StandardCharsets.ISO_8859_1));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
