package dev.throughline.graph;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.throughline.store.Projection.ProjectedNode;
import dev.throughline.store.Projection.ProjectedRelationship;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Property values as the driver wants them, and a number that tells whether they changed. */
final class PropertyValues {
    private PropertyValues() {}

    /**
     * Makes parameters of properties.
     *
     * @return a new map, to be added to
     * @throws IllegalArgumentException if a name is not of the model
     */
    static Map<String, @Nullable Object> parameters(Map<String, Object> properties) {
        ProjectionNames.checkProperties(properties.keySet());
        Map<String, @Nullable Object> parameters = new HashMap<>();
        properties.forEach((name, value) ->
                parameters.put(name, value instanceof Instant instant ? instant.atZone(ZoneOffset.UTC) : value));
        return parameters;
    }

    /** Adds to new properties a null for each that is there now, should not be any more, and is ours. */
    static void withdraw(List<String> present, Map<String, @Nullable Object> properties) {
        for (String name : present) {
            if (ProjectionNames.isOurs(name)) {
                properties.putIfAbsent(name, null);
            }
        }
    }

    /**
     * The fingerprint of a node.
     *
     * @throws IllegalArgumentException if a value is of none of the types a property may have
     */
    static long fingerprint(ProjectedNode node) {
        return fingerprint(node.labels(), node.properties());
    }

    /**
     * The fingerprint of a relationship; 0 if it has no properties.
     *
     * @throws IllegalArgumentException if a value is of none of the types a property may have
     */
    static long fingerprint(ProjectedRelationship relationship) {
        Map<String, Object> properties = relationship.properties();
        return properties.isEmpty() ? 0 : fingerprint(List.of(), properties);
    }

    /** What tells a relationship from its parallels, as a number: long texts would take more room than the relationship. */
    static long discriminator(ProjectedRelationship relationship) {
        String text = relationship.discriminator();
        return text.isEmpty()
                ? 0
                : Hashing.sha256().hashString(text, StandardCharsets.UTF_8).asLong();
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
