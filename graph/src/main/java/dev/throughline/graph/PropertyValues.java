package dev.throughline.graph;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Property values as the driver wants them, and a number that tells whether they changed. */
final class PropertyValues {
    private PropertyValues() {}

    /**
     * Makes parameters of properties.
     *
     * @return a new map, to be added to
     * @throws IllegalArgumentException if a value is of none of the types a property may have
     */
    static Map<String, Object> parameters(Map<String, Object> properties) {
        Map<String, Object> parameters = new HashMap<>();
        properties.forEach((name, value) ->
                parameters.put(name, value instanceof Instant instant ? instant.atZone(ZoneOffset.UTC) : value));
        return parameters;
    }

    /**
     * The first 64 bits of a SHA-256. Labels and names may come in any order.
     *
     * @throws IllegalArgumentException if a value is of none of the types a property may have
     */
    static long fingerprint(Collection<String> labels, Map<String, Object> properties) {
        Hasher hasher = Hashing.sha256().newHasher();
        hasher.putInt(labels.size());
        labels.stream().sorted().forEach(label -> put(hasher, label));
        new TreeMap<>(properties).forEach((name, value) -> {
            put(hasher, name);
            putValue(hasher, value);
        });
        return hasher.hash().asLong();
    }

    private static void putValue(Hasher hasher, Object value) {
        if (value instanceof String text) {
            put(hasher.putChar('s'), text);
        } else if (value instanceof Boolean truth) {
            hasher.putChar('b').putBoolean(truth);
        } else if (value instanceof Long number) {
            hasher.putChar('l').putLong(number);
        } else if (value instanceof Double number) {
            hasher.putChar('d').putDouble(number);
        } else if (value instanceof Instant time) {
            hasher.putChar('t').putLong(time.getEpochSecond()).putInt(time.getNano());
        } else if (value instanceof List<?> list) {
            hasher.putChar('[').putInt(list.size());
            list.forEach(element -> put(hasher, text(element)));
        } else {
            throw new IllegalArgumentException("a property cannot be a " + value.getClass());
        }
    }

    private static String text(Object element) {
        if (element instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("a property can be a list of strings, not of " + element.getClass());
    }

    /** With its length, so that no two lists of strings give the same bytes. */
    private static void put(Hasher hasher, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        hasher.putInt(bytes.length).putBytes(bytes);
    }
}
