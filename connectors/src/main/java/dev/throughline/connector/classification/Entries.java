package dev.throughline.connector.classification;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.model.AssetKey;
import java.util.Set;

/** What all entries have in common. */
final class Entries {
    private Entries() {}

    /** Refuses fields that mean nothing: they may be slips of the pen. */
    static void allow(Fields entry, Set<String> names) {
        for (String name : entry.names()) {
            if (!names.contains(name)) {
                throw new WrongShape(entry.get(name).pointer(), "not a field of this section");
            }
        }
    }

    /** A required key of one asset. */
    static AssetKey key(Fields entry, String field) {
        String text = entry.requiredText(field);
        String pointer = entry.get(field).pointer();
        if (text.contains("*")) {
            throw new WrongShape(pointer, "a key with '*' names no asset; patterns are written as match");
        }
        try {
            return AssetKey.parse(text);
        } catch (IllegalArgumentException e) {
            throw new WrongShape(pointer, String.valueOf(e.getMessage()));
        }
    }
}
