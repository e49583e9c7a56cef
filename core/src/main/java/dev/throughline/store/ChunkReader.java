package dev.throughline.store;

import dev.throughline.model.AssetKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the body of a chunk. Keys that occur often are made once. */
final class ChunkReader {
    private final byte[] bytes;
    private final String[] dictionary;
    private final @Nullable AssetKey[] keys;
    private int at;

    ChunkReader(byte[] bytes, byte[] magic, int version) {
        this.bytes = bytes;
        if (bytes.length <= magic.length || !Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length)) {
            throw new IllegalArgumentException("it does not begin as a chunk does");
        }
        at = magic.length;
        int written = bytes[at++];
        if (written != version) {
            throw new IllegalArgumentException(
                    "it has format version " + written + ", and this version of Throughline reads " + version);
        }
        dictionary = new String[bounded(number())];
        for (int i = 0; i < dictionary.length; i++) {
            int length = bounded(number());
            dictionary[i] = new String(bytes, at, length, StandardCharsets.UTF_8);
            at += length;
        }
        keys = new @Nullable AssetKey[dictionary.length];
    }

    private int bounded(int length) {
        if (length < 0 || length > bytes.length - at) {
            throw new IndexOutOfBoundsException("a length of " + length + " at byte " + at + " goes beyond its end");
        }
        return length;
    }

    int number() {
        return Math.toIntExact(longNumber());
    }

    private long longNumber() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte part = bytes[at++];
            value |= (part & 0x7FL) << shift;
            if (part >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number at byte " + at + " has no end");
    }

    String string() {
        return dictionary[number()];
    }

    AssetKey key() {
        int index = number();
        AssetKey key = keys[index];
        if (key == null) {
            key = new AssetKey(dictionary[index]);
            keys[index] = key;
        }
        return key;
    }

    @Nullable
    Object value(Class<?> type) {
        int tag = bytes[at++];
        return switch (tag) {
            case ChunkWriter.NULL -> null;
            case ChunkWriter.TEXT -> type.isEnum() ? constant(type, string()) : string();
            case ChunkWriter.FALSE -> false;
            case ChunkWriter.TRUE -> true;
            case ChunkWriter.LONG -> unfold(longNumber());
            case ChunkWriter.DOUBLE -> Double.longBitsToDouble(fixed());
            case ChunkWriter.INSTANT -> Instant.ofEpochSecond(fixed(), number());
            case ChunkWriter.TEXTS -> texts();
            default -> throw new IllegalArgumentException("a value at byte " + at + " has the unknown tag " + tag);
        };
    }

    private static long unfold(long value) {
        return (value >>> 1) ^ -(value & 1);
    }

    /** A constant this version does not know is unknown. */
    private static @Nullable Object constant(Class<?> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(c -> ((Enum<?>) c).name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private List<String> texts() {
        int count = bounded(number());
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(string());
        }
        return texts;
    }

    private long fixed() {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = (value << 8) | (bytes[at++] & 0xFF);
        }
        return value;
    }
}
