package dev.throughline.connector.azure;

import dev.throughline.connector.support.ArmId;
import dev.throughline.connector.support.Fields;
import dev.throughline.model.AssetKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A resource as Azure Resource Manager describes it.
 *
 * @param fields the record
 * @param id its id in lower case
 * @param type its type in lower case
 * @param properties what is under {@code properties}; the record itself where the command line left that level out
 */
record Resource(Fields fields, String id, String type, Fields properties) {
    static Resource of(Fields record, String id) {
        String canonical = ArmId.canonical(id);
        String type = record.text("type");
        return new Resource(
                record,
                canonical,
                type == null || !type.contains("/") ? ArmId.type(canonical) : type.toLowerCase(Locale.ROOT),
                properties(record));
    }

    /** The properties of a resource or of a part of one: the command line hoists them to where the name stands. */
    static Fields properties(Fields part) {
        return part.get("properties").node().isObject() ? part.object("properties") : part;
    }

    /** The id of a reference, {@code {"id": …}}; null if there is none. */
    static @Nullable String reference(Fields parent, String name) {
        String id = parent.object(name).text("id");
        return id == null || id.isEmpty() ? null : id;
    }

    AssetKey key() {
        return ArmId.key(id);
    }

    @Nullable
    String name() {
        return fields.text("name");
    }

    /** Tags as {@code key=value}, sorted; null where none were read. */
    @Nullable
    List<String> tags() {
        if (!fields.has("tags")) {
            return null;
        }
        Map<String, String> sorted = new TreeMap<>(fields.stringMap("tags"));
        List<String> tags = new ArrayList<>();
        sorted.forEach((key, value) -> tags.add(key + "=" + value));
        return tags;
    }

    /** Whether it answers on a public network: {@code publicNetworkAccess}; unknown where it says nothing. */
    @Nullable
    Boolean publicNetwork() {
        String access = properties.scalar("publicNetworkAccess");
        return (access == null || access.isEmpty()) ? null : !access.equalsIgnoreCase("Disabled");
    }
}
