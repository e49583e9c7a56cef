package dev.throughline.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Bytes that grow: variable-length numbers, and values whose texts are numbers of a dictionary. */
final class PackedOutput {
    static final int NULL = 0;
    static final int TEXT = 1;
    static final int FALSE = 2;
    static final int TRUE = 3;
    static final int LONG = 4;
    static final int DOUBLE = 5;
    static final int INSTANT = 6;
    static final int TEXTS = 7;

    private byte[] bytes;
    private int size;

    PackedOutput(int capacity) {
        bytes = new byte[capacity];
    }

    int size() {
        return size;
    }

    /** The bytes; those from {@link #size()} on mean nothing. */
    @SuppressWarnings("EscapedMutableState") // handed to a digest or copied at once, not worth a copy more
    byte[] array() {
        return bytes;
    }

    void clear() {
        size = 0;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    void octet(int value) {
        ensure(1);
        bytes[size++] = (byte) value;
    }

    void octets(byte[] from, int start, int length) {
        ensure(length);
        System.arraycopy(from, start, bytes, size, length);
        size += length;
    }

    void number(long value) {
        ensure(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** A number that may be negative; those near zero stay short. */
    void signed(long value) {
        number((value << 1) ^ (value >> 63));
    }

    private void fixed(long value) {
        ensure(8);
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (value >>> shift);
        }
    }

    /** An attribute of an asset. */
    void value(@Nullable Object value, ToIntFunction<String> dictionary) {
        if (value == null) {
            octet(NULL);
        } else if (value instanceof String text) {
            octet(TEXT);
            number(dictionary.applyAsInt(text));
        } else if (value instanceof Enum<?> constant) {
            octet(TEXT);
            number(dictionary.applyAsInt(constant.name()));
        } else if (value instanceof Boolean flag) {
            octet(flag ? TRUE : FALSE);
        } else if (value instanceof Long number) {
            octet(LONG);
            signed(number);
        } else if (value instanceof Double number) {
            octet(DOUBLE);
            fixed(Double.doubleToLongBits(number));
        } else if (value instanceof Instant time) {
            octet(INSTANT);
            fixed(time.getEpochSecond());
            number(time.getNano());
        } else if (value instanceof List<?> texts) {
            octet(TEXTS);
            number(texts.size());
            for (Object text : texts) {
                number(dictionary.applyAsInt((String) text));
            }
        } else {
            throw new IllegalArgumentException("a chunk holds no " + value.getClass());
        }
    }

    private void ensure(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, size + (size >> 1)));
        }
    }
}
