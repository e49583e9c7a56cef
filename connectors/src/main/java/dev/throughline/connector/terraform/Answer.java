package dev.throughline.connector.terraform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.throughline.connector.support.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object in the words of a cloud, as it is written. What is unknown or empty is left out. */
final class Answer {
    private final ObjectNode node = JsonNodeFactory.instance.objectNode();

    /** Copies attributes; each name is that in Terraform, and after an equals sign that in the cloud if it has another. */
    Answer copy(Fields from, String... names) {
        for (String name : names) {
            int equals = name.indexOf('=');
            String own = equals < 0 ? name : name.substring(0, equals);
            put(name.substring(equals + 1), from.get(own).node());
        }
        return this;
    }

    Answer put(String name, JsonNode value) {
        boolean isEmpty = value.isMissingNode()
                || value.isNull()
                || (value.isTextual() && value.textValue().isEmpty());
        if (!isEmpty) {
            node.set(name, value);
        }
        return this;
    }

    Answer put(String name, @Nullable String value) {
        return value == null ? this : put(name, node.textNode(value));
    }

    Answer put(String name, Answer value) {
        return put(name, value.node);
    }

    Answer put(String name, @Nullable Map<String, String> values) {
        if (values == null) {
            return this;
        }
        ObjectNode object = node.objectNode();
        values.forEach(object::put);
        return put(name, object);
    }

    Answer list(String name, Iterable<Answer> values) {
        ArrayNode array = node.arrayNode();
        values.forEach(value -> array.add(value.node));
        return put(name, array);
    }

    /** The object, as if it stood where the resource does. */
    Fields at(Fields place) {
        return Fields.at(place.file(), place.pointer(), node);
    }
}
