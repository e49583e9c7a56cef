package dev.throughline.connector.support;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Builds trees of what a parser reads, without the members its shape leaves out. How deep they are, the parser limits. One is
 * best used for all records of a kind.
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
        return value(shape.root());
    }

    private JsonNode value(JsonShape.Members members) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> members.taken() == null ? objectOfAny(members) : objectOf(members, members.taken());
            case START_ARRAY -> array(members);
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_NUMBER_INT -> integer();
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            default -> NODES.nullNode();
        };
    }

    private JsonNode objectOf(JsonShape.Members taken, JsonNames names) throws IOException {
        FewMembers members = new FewMembers();
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
                    members.add(name.text(), value(taken.at(place)));
                } else {
                    parser.skipChildren();
                }
            }
        }
        return isTaken ? new ObjectNode(NODES, members) : NODES.nullNode();
    }

    private NameOrder order(JsonShape.Members taken, JsonNames names) {
        NameOrder order = orders[taken.number()];
        if (order == null) {
            order = new NameOrder(names);
            orders[taken.number()] = order;
        }
        return order;
    }

    private ObjectNode objectOfAny(JsonShape.Members taken) throws IOException {
        FewMembers members = new FewMembers();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            if (taken.leavesOut(name)) {
                parser.nextToken();
                parser.skipChildren();
            } else {
                JsonDocument.unique(!members.containsKey(name), parser);
                parser.nextToken();
                members.add(name, value(shape.of(name)));
            }
        }
        return new ObjectNode(NODES, members);
    }

    /** Elements go by the name of their array. */
    private ArrayNode array(JsonShape.Members members) throws IOException {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(members));
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
