package dev.throughline.connector.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds {@code docs/schema/facts.json} to the model, of which it is made. Run with {@code -Dthroughline.write=true} to write
 * it.
 */
final class FactsSchemaTest {
    private static final Path SCHEMA = Path.of("../docs/schema/facts.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void saysWhatTheModelSays() throws IOException {
        DefaultIndenter indent = new DefaultIndenter("  ", "\n");
        String wanted = JSON.writer(new DefaultPrettyPrinter()
                                .withObjectIndenter(indent)
                                .withArrayIndenter(indent))
                        .writeValueAsString(schema())
                + "\n";
        if (Boolean.getBoolean("throughline.write")) {
            Files.writeString(SCHEMA, wanted);
        }

        assertThat(Files.readString(SCHEMA))
                .as("run with -Dthroughline.write=true after the model changed")
                .isEqualTo(wanted);
    }

    private static JsonNode schema() {
        ObjectNode schema = JSON.createObjectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("$id", "urn:throughline:schema:facts")
                .put("title", "Facts")
                .put(
                        "description",
                        "One line of a file of facts: the first is a header, each other an asset or a relation.");
        schema.putArray("oneOf")
                .add(reference("header"))
                .add(reference("asset"))
                .add(reference("relation"));
        ObjectNode definitions = schema.putObject("$defs");
        definitions.set("header", header());
        definitions.set("asset", asset());
        definitions.set("relation", relation());
        definitions.set(
                "key",
                JSON.createObjectNode()
                        .put("type", "string")
                        .put("pattern", "^[a-z]+:.")
                        .put("maxLength", 2_600));
        return schema;
    }

    private static ObjectNode reference(String name) {
        return JSON.createObjectNode().put("$ref", "#/$defs/" + name);
    }

    private static ObjectNode header() {
        ObjectNode header = JSON.createObjectNode().put("type", "object");
        header.putArray("required").add("format").add("version");
        ObjectNode properties = header.putObject("properties");
        properties.putObject("format").put("const", FactsHeader.FORMAT);
        properties.putObject("version").put("const", FactsHeader.VERSION);
        text(properties, "scope", "Whose facts these are, as connector:subject; the reader says if it is missing.");
        text(
                properties,
                "partition",
                "The part of the scope that the file makes up; the name of the file if it is missing.");
        text(
                properties,
                "incomplete",
                "Why these are not all facts of the partition, or older ones; missing if they are all.");
        text(properties, "scopeIncomplete", "Why the scope may have more partitions; missing if it has not.");
        return header;
    }

    private static void text(ObjectNode properties, String name, String description) {
        properties.putObject(name).put("type", "string").put("description", description);
    }

    private static ObjectNode asset() {
        ObjectNode asset = object("kind", "key");
        ObjectNode properties = asset.putObject("properties");
        ArrayNode kinds = properties.putObject("kind").putArray("enum");
        properties.set("key", reference("key"));
        properties.putObject("properties").put("type", "object");
        ArrayNode each = asset.putArray("allOf");
        for (AssetKind kind : AssetKind.values()) {
            kinds.add(kind.label());
            ObjectNode attributes = JSON.createObjectNode().put("additionalProperties", false);
            ObjectNode types = attributes.putObject("properties");
            for (int i = 0; i < kind.attributes().size(); i++) {
                types.set(kind.attributes().get(i), type(kind.attributeType(i)));
            }
            each.add(when("kind", kind.label(), attributes));
        }
        return asset;
    }

    private static ObjectNode type(Class<?> type) {
        ObjectNode schema = JSON.createObjectNode();
        if (type.isEnum()) {
            ArrayNode names = schema.putArray("enum");
            Arrays.stream(type.getEnumConstants()).forEach(constant -> names.add(((Enum<?>) constant).name()));
            names.addNull();
            return schema;
        }
        String name = switch (type.getSimpleName()) {
            case "Boolean" -> "boolean";
            case "Long" -> "integer";
            case "Double" -> "number";
            case "List" -> "array";
            default -> "string";
        };
        schema.putArray("type").add(name).add("null");
        if (name.equals("array")) {
            schema.putObject("items").put("type", "string");
        } else if (type.getSimpleName().equals("Instant")) {
            schema.put("format", "date-time");
        }
        return schema;
    }

    private static ObjectNode relation() {
        ObjectNode relation = object("type", "from", "to");
        ObjectNode properties = relation.putObject("properties");
        ArrayNode types = properties.putObject("type").putArray("enum");
        properties.set("from", reference("key"));
        properties.set("to", reference("key"));
        properties
                .putObject("properties")
                .put("type", "object")
                .putObject("additionalProperties")
                .put("type", "string");
        ArrayNode each = relation.putArray("allOf");
        for (RelationType type : RelationType.values()) {
            types.add(type.name());
            ObjectNode names = JSON.createObjectNode();
            ArrayNode known = names.putObject("propertyNames").putArray("enum");
            new TreeSet<>(type.properties()).forEach(known::add);
            each.add(when("type", type.name(), names));
        }
        return relation;
    }

    private static ObjectNode object(String... required) {
        ObjectNode object = JSON.createObjectNode().put("type", "object").put("additionalProperties", false);
        Stream.of(required).forEach(object.putArray("required")::add);
        return object;
    }

    private static ObjectNode when(String field, String value, ObjectNode properties) {
        ObjectNode rule = JSON.createObjectNode();
        rule.putObject("if").putObject("properties").putObject(field).put("const", value);
        rule.putObject("then").putObject("properties").set("properties", properties);
        return rule;
    }
}
