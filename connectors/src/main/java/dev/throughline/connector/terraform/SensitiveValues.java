package dev.throughline.connector.terraform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.throughline.connector.support.Fields;
import java.util.List;

/** Takes out of attributes what Terraform marks as sensitive, before anything looks at them. */
final class SensitiveValues {
    private SensitiveValues() {}

    /**
     * Follows {@code sensitive_values}, which has the form of the attributes with true in the place of what is sensitive.
     *
     * @see <a href="https://developer.hashicorp.com/terraform/internals/json-format#values-representation">JSON output
     *     format</a>
     */
    static Fields withoutMarked(Fields values, Fields marks) {
        return Fields.at(values.file(), values.pointer(), kept(values.node(), marks.node()));
    }

    private static JsonNode kept(JsonNode value, JsonNode mark) {
        if (mark.isBoolean() && mark.booleanValue()) {
            return JsonNodeFactory.instance.nullNode();
        }
        if (value.isObject() && mark.isObject() && !mark.isEmpty()) {
            ObjectNode kept = JsonNodeFactory.instance.objectNode();
            value.properties()
                    .forEach(field -> kept.set(field.getKey(), kept(field.getValue(), mark.path(field.getKey()))));
            return kept;
        }
        if (value.isArray() && mark.isArray() && !mark.isEmpty()) {
            ArrayNode kept = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < value.size(); i++) {
                kept.add(kept(value.get(i), mark.path(i)));
            }
            return kept;
        }
        return mark.isContainerNode() && !mark.isEmpty() ? JsonNodeFactory.instance.nullNode() : value;
    }

    /** Follows {@code sensitive_attributes}: paths of steps {@code {"type": "get_attr", "value": …}} or {@code index}. */
    static Fields withoutPaths(Fields attributes, List<Fields> paths) {
        if (paths.isEmpty()) {
            return attributes;
        }
        JsonNode copy = attributes.node().deepCopy();
        paths.forEach(path -> remove(copy, path.elements()));
        return Fields.at(attributes.file(), attributes.pointer(), copy);
    }

    /** A step that leads nowhere takes everything with it: better to know less than to tell a secret. */
    private static void remove(JsonNode root, List<Fields> path) {
        JsonNode holder = root;
        for (int i = 0; i < path.size(); i++) {
            JsonNode step = path.get(i).get("value").node();
            JsonNode key = step.isObject() ? step.path("value") : step;
            JsonNode next = key.isTextual() ? holder.path(key.textValue()) : holder.path(key.asInt(-1));
            if (i + 1 == path.size() || !next.isContainerNode()) {
                take(holder, key);
                return;
            }
            holder = next;
        }
    }

    private static void take(JsonNode holder, JsonNode key) {
        if (holder instanceof ObjectNode object && key.isTextual()) {
            object.remove(key.textValue());
        } else if (holder instanceof ArrayNode array) {
            array.removeAll();
        } else if (holder instanceof ObjectNode object) {
            object.removeAll();
        }
    }
}
