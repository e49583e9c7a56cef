package dev.throughline.store;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.throughline.model.Asset;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Relation;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
    private TextNumbers numbers = new TextNumbers();
    private long characters;

    /** How many texts were forgotten: so no two texts go by one number in a fingerprint. */
    private long forgotten;

    /** Of the fact that is being added. */
    private long print;

    /** Adds an asset, and returns a fingerprint of what it says among all that was added, as far as texts are remembered. */
    long add(Asset asset) {
        print = 'A';
        waiting.octet('A');
        AssetKind kind = asset.kind();
        text(kind.label());
        text(asset.key().text());
        for (@Nullable Object value : kind.values(asset)) {
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

    /** Adds a relation, and returns such a fingerprint of it. */
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
        int known = numbers.find(text);
        if (known > 0) {
            mix(forgotten + known);
            return known;
        }
        if (numbers.size() == MOST_TEXTS) {
            forgotten += MOST_TEXTS;
            numbers = new TextNumbers();
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        waiting.number(0);
        waiting.number(bytes.length);
        waiting.octets(bytes, 0, bytes.length);
        int number = numbers.add(text);
        mix(forgotten + number);
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
