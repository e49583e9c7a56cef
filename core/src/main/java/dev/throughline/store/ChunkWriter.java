package dev.throughline.store;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the body of a chunk, collecting its strings into a dictionary. */
final class ChunkWriter {
    static final int NULL = 0;
    static final int TEXT = 1;
    static final int FALSE = 2;
    static final int TRUE = 3;
    static final int LONG = 4;
    static final int DOUBLE = 5;
    static final int INSTANT = 6;
    static final int TEXTS = 7;

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final Map<String, Integer> dictionary = new LinkedHashMap<>();

    void number(long value) {
        number(body, value);
    }

    void string(String value) {
        number(dictionary.computeIfAbsent(value, v -> dictionary.size()));
    }

    void value(@Nullable Object value) {
        if (value == null) {
            body.write(NULL);
        } else if (value instanceof String text) {
            body.write(TEXT);
            string(text);
        } else if (value instanceof Enum<?> constant) {
            body.write(TEXT);
            string(constant.name());
        } else if (value instanceof Boolean flag) {
            body.write(flag ? TRUE : FALSE);
        } else if (value instanceof Long number) {
            body.write(LONG);
            number((number << 1) ^ (number >> 63)); // small negatives stay short
        } else if (value instanceof Double number) {
            body.write(DOUBLE);
            fixed(Double.doubleToLongBits(number));
        } else if (value instanceof Instant time) {
            body.write(INSTANT);
            fixed(time.getEpochSecond());
            number(time.getNano());
        } else if (value instanceof List<?> texts) {
            body.write(TEXTS);
            number(texts.size());
            texts.forEach(text -> string((String) text));
        } else {
            throw new IllegalArgumentException("a chunk holds no " + value.getClass());
        }
    }

    byte[] withDictionary(byte[] magic, int version) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.size() * 2);
        out.writeBytes(magic);
        out.write(version);
        number(out, dictionary.size());
        for (String text : dictionary.keySet()) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            number(out, bytes.length);
            out.writeBytes(bytes);
        }
        out.writeBytes(body.toByteArray());
        return out.toByteArray();
    }

    private void fixed(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            body.write((int) (value >>> shift));
        }
    }

    private static void number(ByteArrayOutputStream out, long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
