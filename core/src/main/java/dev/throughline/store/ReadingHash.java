package dev.throughline.store;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.throughline.model.Asset;
import dev.throughline.model.Relation;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A hash of facts in the order they come. A source that has not changed mostly says the same in the same order; then there
 * is no need to sort and pack it to find out. A text that occurs again is hashed as a number.
 */
final class ReadingHash {
    private static final int BUFFERED = 1 << 13;
    private static final int MOST_TEXTS = 1 << 16;

    private final Hasher hasher = Hashing.sha256().newHasher();
    private final PackedOutput waiting = new PackedOutput(2 * BUFFERED);
    private final Map<String, Integer> numbers = new HashMap<>();
    private long characters;

    /** Fingerprints of the texts, by number. */
    private long[] prints = new long[256];

    /** Of the fact that is being added. */
    private long print;

    /** Adds an asset, and returns a fingerprint of what it says. */
    long add(Asset asset) {
        print = 'A';
        waiting.octet('A');
        text(asset.kind().label());
        text(asset.key().text());
        for (@Nullable Object value : asset.kind().values(asset)) {
            waiting.value(value, this::number);
            mix(shape(value));
        }
        flush(BUFFERED);
        return print;
    }

    /** What the texts in a value do not tell of it. */
    private static long shape(@Nullable Object value) {
        if (value == null) {
            return 0;
        }
        if (value instanceof String || value instanceof Enum) {
            return 1;
        }
        return value instanceof List<?> texts ? 2 + texts.size() : value.hashCode();
    }

    private void mix(long part) {
        print = (print ^ part) * 0x9E37_79B9_7F4A_7C15L;
        print ^= print >>> 32;
    }

    /** Adds a relation, and returns a fingerprint of what it says. */
    long add(Relation relation) {
        print = 'R';
        waiting.octet('R');
        text(relation.type().name());
        text(relation.from().text());
        text(relation.to().text());
        waiting.number(relation.properties().size());
        relation.properties().forEach((name, value) -> {
            text(name);
            text(value);
        });
        flush(BUFFERED);
        return print;
    }

    private void text(String text) {
        waiting.number(number(text));
    }

    /** From 1. A new text gets the next number, and stands before it after a 0. */
    private int number(String text) {
        characters += text.length();
        Integer known = numbers.get(text);
        if (known != null) {
            mix(prints[known]);
            return known;
        }
        if (numbers.size() == MOST_TEXTS) {
            numbers.clear();
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        waiting.number(0);
        waiting.number(bytes.length);
        waiting.octets(bytes, 0, bytes.length);
        int number = numbers.size() + 1;
        numbers.put(text, number);
        if (number == prints.length) {
            prints = Arrays.copyOf(prints, 2 * number);
        }
        prints[number] = Hashing.farmHashFingerprint64().hashBytes(bytes).asLong();
        mix(prints[number]);
        return number;
    }

    private void flush(int atLeast) {
        if (waiting.size() >= atLeast) {
            hasher.putBytes(waiting.array(), 0, waiting.size());
            waiting.clear();
        }
    }

    /** How many characters the facts have so far. */
    long characters() {
        return characters;
    }

    /** The hash, in lower-case hex. To be asked once, at the end. */
    String value() {
        flush(1);
        return hasher.hash().toString();
    }
}
