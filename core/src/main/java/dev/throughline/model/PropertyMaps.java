package dev.throughline.model;

import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The properties of relations: equal ones are one object while a graph is built, and {@code null} stands for none. */
final class PropertyMaps {
    private final Map<Map<String, String>, Map<String, String>> shared = new HashMap<>();
    private @Nullable Map<String, String> last;
    private @Nullable Map<String, String> lastShared;

    /** The sorted, immutable object that stands for these properties. */
    @Nullable
    Map<String, String> share(Map<String, String> properties) {
        if (properties.isEmpty()) {
            return null;
        }
        if (properties != last) {
            last = properties;
            lastShared = shared.get(properties);
            if (lastShared == null) {
                lastShared = sorted(properties);
                shared.put(lastShared, lastShared);
            }
        }
        return lastShared;
    }

    private static Map<String, String> sorted(Map<String, String> properties) {
        // a map of one entry is sorted, and a quarter the size of a tree
        return properties.size() == 1 ? Map.copyOf(properties) : Collections.unmodifiableMap(new TreeMap<>(properties));
    }

    /** Orders by name and value, entry by entry; none come first. */
    static int compare(@Nullable Map<String, String> a, @Nullable Map<String, String> b) {
        if (a == b) {
            return 0;
        }
        if (a == null || b == null) {
            return a == null ? -1 : 1;
        }
        Iterator<Map.Entry<String, String>> others = b.entrySet().iterator();
        for (Map.Entry<String, String> entry : a.entrySet()) {
            if (!others.hasNext()) {
                return 1;
            }
            Map.Entry<String, String> other = others.next();
            int byName = entry.getKey().compareTo(other.getKey());
            int order = byName != 0 ? byName : entry.getValue().compareTo(other.getValue());
            if (order != 0) {
                return order;
            }
        }
        return others.hasNext() ? -1 : 0;
    }
}
