package dev.throughline.connector.support;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Builds trees of what a parser reads, without the members its shape leaves out. Of what is the same as at the same place of
 * another tree nothing is built, but it is taken from there. How deep trees are, the parser limits.
 */
final class JsonTree {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonParser parser;
    private final JsonShape shape;

    /** By the number of the members of the shape. */
    private final @Nullable NameOrder[] orders;

    JsonTree(JsonParser parser, JsonShape shape) {
        this.parser = parser;
        this.shape = shape;
        this.orders = new @Nullable NameOrder[shape.size()];
    }

    /** The value that starts at the current token of the parser, which is at its last afterwards. */
    JsonNode read() throws IOException {
        return read(MissingNode.getInstance());
    }

    /** The value that starts at the current token; another is there already that may be like it. */
    JsonNode read(JsonNode like) throws IOException {
        return value(shape.root(), like);
    }

    private JsonNode value(JsonShape.Members members, JsonNode like) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT ->
                members.taken() == null ? objectOfAny(members, like) : objectOf(members, members.taken(), like);
            case START_ARRAY -> array(members, like);
            case VALUE_STRING -> text(like);
            case VALUE_NUMBER_INT -> same(integer(), like);
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            default -> NODES.nullNode();
        };
    }

    private JsonNode objectOf(JsonShape.Members taken, JsonNames names, JsonNode like) throws IOException {
        AlikeMembers members = null;
        boolean isTaken = true;
        long met = 0;
        NameOrder order = order(taken, names);
        for (NameOrder.Name name = order.after(order.start(), parser); name != null; name = order.after(name, parser)) {
            int place = name.place();
            if (place < 0) {
                parser.nextToken();
                parser.skipChildren();
            } else {
                JsonDocument.unique((met & 1L << place) == 0, parser);
                met |= 1L << place;
                parser.nextToken();
                isTaken &= taken.takes(place, parser);
                if (isTaken) {
                    members = members == null ? new AlikeMembers(like) : members;
                    members.add(name.text(), value(taken.at(place), members.like(name.text())));
                } else {
                    parser.skipChildren();
                }
            }
        }
        if (!isTaken) {
            return NODES.nullNode();
        }
        return members == null ? new AlikeMembers(like).node() : members.node();
    }

    private NameOrder order(JsonShape.Members taken, JsonNames names) {
        NameOrder order = orders[taken.number()];
        if (order == null) {
            order = new NameOrder(names);
            orders[taken.number()] = order;
        }
        return order;
    }

    private ObjectNode objectOfAny(JsonShape.Members taken, JsonNode like) throws IOException {
        AlikeMembers members = new AlikeMembers(like);
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            if (taken.leavesOut(name)) {
                parser.nextToken();
                parser.skipChildren();
            } else {
                JsonDocument.unique(!members.has(name), parser);
                parser.nextToken();
                members.add(name, value(shape.of(name), members.like(name)));
            }
        }
        return members.node();
    }

    /** Elements go by the name of their array. */
    @SuppressWarnings("ReferenceEquality") // what is alike is the very same node
    private ArrayNode array(JsonShape.Members members, JsonNode like) throws IOException {
        ArrayNode before = like instanceof ArrayNode known ? known : null;
        ArrayNode read = null;
        int size = 0;
        for (; parser.nextToken() != JsonToken.END_ARRAY; size++) {
            JsonNode other = like.path(size);
            JsonNode value = value(members, other);
            if (read == null && (before == null || value != other)) {
                read = first(like, size);
            }
            if (read != null) {
                read.add(value);
            }
        }
        if (read != null) {
            return read;
        }
        return before != null && size == before.size() ? before : first(like, size);
    }

    private static ArrayNode first(JsonNode like, int number) {
        ArrayNode first = NODES.arrayNode();
        for (int i = 0; i < number; i++) {
            first.add(like.get(i));
        }
        return first;
    }

    private JsonNode text(JsonNode like) throws IOException {
        return like instanceof TextNode && ParsedText.is(like.textValue(), parser)
                ? like
                : NODES.textNode(parser.getText());
    }

    private static JsonNode same(JsonNode value, JsonNode like) {
        return value.equals(like) ? like : value;
    }

    private JsonNode integer() throws IOException {
        return switch (parser.getNumberType()) {
            case INT -> NODES.numberNode(parser.getIntValue());
            case LONG -> NODES.numberNode(parser.getLongValue());
            default -> NODES.numberNode(parser.getBigIntegerValue());
        };
    }
}
