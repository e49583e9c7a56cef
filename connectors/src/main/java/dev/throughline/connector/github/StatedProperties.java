package dev.throughline.connector.github;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The properties of a relation that a record states; what it leaves out stays out. */
final class StatedProperties {
    private final Map<String, String> values = new HashMap<>();

    StatedProperties with(String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value.toString());
        }
        return this;
    }

    Map<String, String> asMap() {
        return Map.copyOf(values);
    }
}
