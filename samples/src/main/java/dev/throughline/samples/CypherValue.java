package dev.throughline.samples;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.Node;
import org.neo4j.driver.types.Path;
import org.neo4j.driver.types.Relationship;

/** A value that a Cypher statement returned, for people and for programs. */
final class CypherValue {
    private CypherValue() {}

    /** Nodes, relationships and paths become objects; times become texts. */
    static @Nullable Object json(Value value) {
        return plain(value.asObject());
    }

    /** Lists are joined by commas; nothing stands for null. */
    static String text(Value value) {
        return text(json(value));
    }

    private static String text(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(CypherValue::text).collect(Collectors.joining(", "));
        }
        return value == null ? "" : value.toString();
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value == null || value instanceof Boolean || value instanceof Number || value instanceof String) {
            return value;
        }
        if (value instanceof Node node) {
            return Map.of("labels", labels(node), "properties", map(node.asMap()));
        }
        if (value instanceof Relationship relationship) {
            return Map.of("type", relationship.type(), "properties", map(relationship.asMap()));
        }
        if (value instanceof Path path) {
            List<@Nullable Object> elements = new ArrayList<>();
            elements.add(plain(path.start()));
            path.forEach(segment -> {
                elements.add(plain(segment.relationship()));
                elements.add(plain(segment.end()));
            });
            return elements;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> elements = new ArrayList<>();
            list.forEach(element -> elements.add(plain(element)));
            return elements;
        }
        return value instanceof Map<?, ?> map ? map(map) : value.toString();
    }

    private static List<String> labels(Node node) {
        List<String> labels = new ArrayList<>();
        node.labels().forEach(labels::add);
        return labels;
    }

    private static Map<String, @Nullable Object> map(Map<?, ?> map) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        map.forEach((name, value) -> plain.put(String.valueOf(name), plain(value)));
        return plain;
    }
}
