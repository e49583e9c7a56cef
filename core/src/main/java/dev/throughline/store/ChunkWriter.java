package dev.throughline.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the body of a chunk, collecting its texts into a dictionary. */
final class ChunkWriter {
    private final PackedOutput body = new PackedOutput(1 << 14);
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> texts = new ArrayList<>();

    void number(long value) {
        body.number(value);
    }

    void signed(long value) {
        body.signed(value);
    }

    void text(String value) {
        body.number(numberOf(value));
    }

    void value(@Nullable Object value) {
        body.value(value, this::numberOf);
    }

    int numberOf(String text) {
        Integer known = numbers.putIfAbsent(text, texts.size());
        if (known != null) {
            return known;
        }
        texts.add(text);
        return texts.size() - 1;
    }

    /** The whole chunk. A text says how many bytes it shares with the one before: keys come sorted and share most. */
    byte[] withDictionary(byte[] magic, int version) {
        PackedOutput out = new PackedOutput(body.size() * 2 + 64);
        out.octets(magic, 0, magic.length);
        out.octet(version);
        out.number(texts.size());
        byte[] before = {};
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            int mismatch = Arrays.mismatch(before, bytes);
            int shared = mismatch < 0 ? bytes.length : mismatch;
            out.number(shared);
            out.number(bytes.length - shared);
            out.octets(bytes, shared, bytes.length - shared);
            before = bytes;
        }
        out.octets(body.array(), 0, body.size());
        return out.toByteArray();
    }
}
