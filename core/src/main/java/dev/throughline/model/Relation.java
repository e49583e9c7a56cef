package dev.throughline.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a source said of two assets: an edge of the graph.
 *
 * @param from where it starts
 * @param type what it means
 * @param to where it ends
 * @param properties properties by name, sorted; only names that {@link RelationType#properties()} lists
 */
public record Relation(AssetKey from, RelationType type, AssetKey to, Map<String, String> properties) {
    /**
     * Checks ends and properties.
     *
     * @throws IllegalArgumentException if the type does not allow the ends or a property
     */
    public Relation {
        if (!type.allows(from, to)) {
            throw new IllegalArgumentException(
                    type + " does not lead from " + Text.quote(from.text()) + " to " + Text.quote(to.text()));
        }
        for (String property : properties.keySet()) {
            if (!type.properties().contains(property)) {
                throw new IllegalArgumentException(type + " has no properties but " + type.properties() + ", so not "
                        + Text.quote(properties.keySet().toString()));
            }
        }
        properties =
                properties.size() < 2 ? Map.copyOf(properties) : Collections.unmodifiableMap(new TreeMap<>(properties));
    }

    /**
     * A relation without properties.
     *
     * @param from where it starts
     * @param type what it means
     * @param to where it ends
     */
    public Relation(AssetKey from, RelationType type, AssetKey to) {
        this(from, type, to, Map.of());
    }

    @Override
    public String toString() {
        return from + " " + type + " " + to + (properties.isEmpty() ? "" : " " + properties);
    }
}
