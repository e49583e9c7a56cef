package dev.throughline.mapping.link;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Labels, annotations and tags, which the model keeps as {@code key=value}, by their keys. */
final class Settings {
    private Settings() {}

    static Map<String, String> byName(@Nullable List<String> settings) {
        if (settings == null) {
            return Map.of();
        }
        Map<String, String> byName = new HashMap<>();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            if (equals > 0) {
                byName.put(setting.substring(0, equals), setting.substring(equals + 1));
            }
        }
        return byName;
    }
}
