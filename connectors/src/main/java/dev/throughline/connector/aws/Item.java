package dev.throughline.connector.aws;

import dev.throughline.connector.support.Fields;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A part of an answer. Names of fields are compared without case: the command line writes {@code InstanceId}, AWS Config
 * {@code instanceId}.
 *
 * @param fields the part
 */
record Item(Fields fields) {
    Fields get(String name) {
        Fields value = fields.get(name);
        if (value.isAbsent()) {
            for (Iterator<String> names = fields.node().fieldNames(); names.hasNext(); ) {
                String own = names.next();
                if (own.equalsIgnoreCase(name)) {
                    return fields.get(own);
                }
            }
        }
        return value;
    }

    boolean has(String name) {
        return !get(name).isAbsent();
    }

    @Nullable
    String text(String name) {
        Fields value = get(name);
        return value.isAbsent() ? null : value.text();
    }

    String requiredText(String name) {
        String value = text(name);
        return value == null || value.isEmpty() ? fields.requiredText(name) : value;
    }

    /** A string, number or boolean as text. */
    @Nullable
    String scalar(String name) {
        Fields value = get(name);
        return value.isAbsent() || value.node().isContainerNode()
                ? null
                : value.node().asText();
    }

    @Nullable
    Boolean bool(String name) {
        String value = scalar(name);
        return value == null ? null : Boolean.valueOf(value);
    }

    Item object(String name) {
        return new Item(get(name));
    }

    List<Item> list(String name) {
        return get(name).elements().stream().map(Item::new).toList();
    }

    List<String> strings(String name) {
        return get(name).elements().stream().map(Fields::text).toList();
    }

    /** The values of a field of the elements of a list; an element may also be the value itself. */
    List<String> all(String list, String field) {
        List<String> values = new ArrayList<>();
        for (Item item : list(list)) {
            String value = item.fields.node().isTextual() ? item.fields.text() : item.text(field);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    /** Tags as {@code key=value}, sorted: services write them as a list of pairs or as an object. */
    @Nullable
    List<String> tags() {
        Fields own = has("Tags") ? get("Tags") : get(has("TagSet") ? "TagSet" : "TagList");
        if (own.isAbsent()) {
            return null;
        }
        Map<String, String> tags = new TreeMap<>();
        if (own.node().isArray()) {
            own.elements().stream().map(Item::new).forEach(tag -> {
                String key = tag.text(tag.has("Key") ? "Key" : "TagKey");
                if (key != null) {
                    String value = tag.scalar(tag.has("Value") ? "Value" : "TagValue");
                    tags.put(key, value == null ? "" : value);
                }
            });
        } else {
            for (String key : own.names()) {
                tags.put(key, own.get(key).node().asText());
            }
        }
        return tags.entrySet().stream()
                .map(tag -> tag.getKey() + "=" + tag.getValue())
                .toList();
    }

    /** The name that a tag gives. */
    @Nullable
    String nameTag() {
        List<String> tags = tags();
        return tags == null
                ? null
                : tags.stream()
                        .filter(tag -> tag.startsWith("Name="))
                        .map(tag -> tag.substring("Name=".length()))
                        .findFirst()
                        .orElse(null);
    }
}
