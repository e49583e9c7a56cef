package dev.throughline.store;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Deflate at its fastest level: the JDK's own, and most of what a slower one would gain on sorted keys. */
final class Compression {
    /** A chunk is about a mebibyte before compression; this is where a damaged one is stopped. */
    private static final int LARGEST = 1 << 28;

    private Compression() {}

    static byte[] compress(byte[] packed) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(packed);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream(packed.length / 4 + 64);
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    static byte[] decompress(Chunk chunk) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(chunk.bytes());
            ByteArrayOutputStream out = new ByteArrayOutputStream(chunk.bytes().length * 4);
            byte[] buffer = new byte[8192];
            while (!inflater.finished()) {
                int read = inflater.inflate(buffer);
                if (read == 0 || out.size() > LARGEST) {
                    throw new StoreException("chunk " + chunk.hash() + " is damaged: it cannot be decompressed", null);
                }
                out.write(buffer, 0, read);
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            throw new StoreException("chunk " + chunk.hash() + " is damaged: it cannot be decompressed", e);
        } finally {
            inflater.end();
        }
    }
}
