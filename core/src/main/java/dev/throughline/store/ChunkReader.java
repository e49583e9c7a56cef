package dev.throughline.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads the body of a chunk. */
final class ChunkReader {
    private final byte[] bytes;
    private final String[] dictionary;
    private final @Nullable String[] values;
    private final UnaryOperator<String> valueForm;
    private int at;

    ChunkReader(byte[] bytes, byte[] magic, int version, UnaryOperator<String> valueForm) {
        this.bytes = bytes;
        this.valueForm = valueForm;
        if (bytes.length <= magic.length || !Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length)) {
            throw new IllegalArgumentException("it does not begin as a chunk does");
        }
        at = magic.length;
        int written = bytes[at++];
        if (written != version) {
            throw new IllegalArgumentException(
                    "it has format version " + written + ", and this version of Throughline reads " + version);
        }
        dictionary = new String[count()];
        readDictionary();
        values = new @Nullable String[dictionary.length];
    }

    private void readDictionary() {
        byte[] text = new byte[256];
        for (int i = 0; i < dictionary.length; i++) {
            int shared = number();
            int length = count();
            if (shared > text.length - length) {
                text = Arrays.copyOf(text, 2 * (shared + length));
            }
            System.arraycopy(bytes, at, text, shared, length);
            at += length;
            dictionary[i] = new String(text, 0, shared + length, StandardCharsets.UTF_8);
        }
    }

    String[] dictionary() {
        return dictionary;
    }

    /** A number of things each of which takes a byte at least. */
    int count() {
        int count = number();
        if (count < 0 || count > bytes.length - at) {
            throw new IndexOutOfBoundsException("a count of " + count + " at byte " + at + " goes beyond its end");
        }
        return count;
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

    int signed() {
        return Math.toIntExact(unfold(longNumber()));
    }

    private static long unfold(long value) {
        return (value >>> 1) ^ -(value & 1);
    }

    /** The place of a text in the dictionary. */
    int place() {
        return place(number());
    }

    int place(int place) {
        return Objects.checkIndex(place, dictionary.length);
    }

    String text() {
        return dictionary[number()];
    }

    @Nullable
    Object value(Class<?> type) {
        int tag = bytes[at++];
        return switch (tag) {
            case PackedOutput.NULL -> null;
            case PackedOutput.TEXT -> type.isEnum() ? constant(type, text()) : valueText();
            case PackedOutput.FALSE -> false;
            case PackedOutput.TRUE -> true;
            case PackedOutput.LONG -> unfold(longNumber());
            case PackedOutput.DOUBLE -> Double.longBitsToDouble(fixed());
            case PackedOutput.INSTANT -> Instant.ofEpochSecond(fixed(), number());
            case PackedOutput.TEXTS -> texts();
            default -> throw new IllegalArgumentException("a value at byte " + at + " has the unknown tag " + tag);
        };
    }

    String valueText() {
        int place = number();
        String value = values[place];
        if (value == null) {
            value = valueForm.apply(dictionary[place]);
            values[place] = value;
        }
        return value;
    }

    /** A constant this version does not know is unknown. */
    private static @Nullable Object constant(Class<?> type, String name) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        return null;
    }

    private List<String> texts() {
        int count = count();
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(valueText());
        }
        return Collections.unmodifiableList(texts);
    }

    private long fixed() {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = (value << 8) | (bytes[at++] & 0xFF);
        }
        return value;
    }
}
