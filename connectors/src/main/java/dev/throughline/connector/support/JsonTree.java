package dev.throughline.connector.support;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds trees of what a parser reads, without the members nobody asks for. How deep they are, the parser limits. */
final class JsonTree {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonParser parser;
    private final Map<String, Set<String>> unread;

    /** Leaves members out: their names, by the name of the member that holds them; that of the root is empty. */
    JsonTree(JsonParser parser, Map<String, Set<String>> unread) {
        this.parser = parser;
        this.unread = unread;
    }

    /** The value that starts at the current token of the parser, which is at its last afterwards. */
    JsonNode read() throws IOException {
        return value("");
    }

    private JsonNode value(String name) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(unread.get(name));
            case START_ARRAY -> array(name);
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_NUMBER_INT -> integer();
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            default -> NODES.nullNode();
        };
    }

    private ObjectNode object(@Nullable Set<String> leftOut) throws IOException {
        ObjectNode object = NODES.objectNode();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            if (leftOut != null && leftOut.contains(name)) {
                parser.nextToken();
                parser.skipChildren();
            } else {
                JsonDocument.unique(!object.has(name), parser);
                parser.nextToken();
                object.set(name, value(name));
            }
        }
        return object;
    }

    /** Elements go by the name of their array. */
    private ArrayNode array(String name) throws IOException {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(name));
        }
        return array;
    }

    private JsonNode integer() throws IOException {
        return switch (parser.getNumberType()) {
            case INT -> NODES.numberNode(parser.getIntValue());
            case LONG -> NODES.numberNode(parser.getLongValue());
            default -> NODES.numberNode(parser.getBigIntegerValue());
        };
    }
}
