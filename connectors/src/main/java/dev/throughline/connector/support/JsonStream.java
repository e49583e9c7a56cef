package dev.throughline.connector.support;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A value of a document that is read while it passes by, so that memory does not grow with the document. Each value can be
 * taken once, in one of the ways below; what nobody takes is skipped, and of that only the syntax is checked.
 *
 * <p>Usable only until the consumer that was given it returns. Where a document is broken, its methods throw what the
 * reading of the document then tells as a {@link dev.throughline.fact.SourceException}: consumers let it pass.
 */
public final class JsonStream {
    private final JsonParser parser;

    /** What reads values of a shape, for the whole document. */
    private final Map<JsonShape, JsonTree> trees;

    private final Fields place;
    private final boolean nested;
    private final int depth;

    JsonStream(JsonParser parser, Fields place) {
        this(parser, new HashMap<>(), place);
    }

    private JsonStream(JsonParser parser, Map<JsonShape, JsonTree> trees, Fields place) {
        this.parser = parser;
        this.trees = trees;
        this.place = place;
        this.nested = parser.currentToken().isStructStart();
        this.depth = parser.getParsingContext().getNestingDepth();
    }

    /**
     * Whether the value is an object.
     *
     * @return whether it is
     */
    public boolean isObject() {
        return parser.currentToken() == JsonToken.START_OBJECT;
    }

    /**
     * Whether the value is an array.
     *
     * @return whether it is
     */
    public boolean isArray() {
        return parser.currentToken() == JsonToken.START_ARRAY;
    }

    /**
     * Whether the value is null.
     *
     * @return whether it is
     */
    public boolean isNull() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    /**
     * The name of the file.
     *
     * @return the name
     */
    public String file() {
        return place.file();
    }

    /**
     * Where in the file this value stands.
     *
     * @return a JSON pointer (RFC 6901); empty for the root
     */
    public String pointer() {
        return place.pointer();
    }

    /**
     * The place of this value, without the value.
     *
     * @return the place
     */
    public Fields place() {
        return place;
    }

    /**
     * What was made of this value, at its place.
     *
     * @param made a value to be read instead of this one
     * @return the value
     */
    public Fields of(JsonNode made) {
        return place.holding(made);
    }

    /**
     * Gives what goes through this value without making anything of it. For an array, it may be asked for once and used in
     * all elements.
     *
     * @return a cursor at this value
     */
    public JsonCursor cursor() {
        return new JsonCursor(parser, this);
    }

    /**
     * Takes the value as a whole.
     *
     * @return the value
     */
    public Fields read() {
        return read(JsonShape.WHOLE);
    }

    /**
     * Takes the members of the value that are of a shape.
     *
     * @param shape which they are
     * @return the value, from which others are missing. A name that stands twice in an object is refused if it is taken
     */
    public Fields read(JsonShape shape) {
        return read(shape, Fields.NONE);
    }

    /**
     * Takes the members of the value that are of a shape. This is for records that follow each other and are much alike:
     * what is the same in the one before is not made anew.
     *
     * @param shape which they are
     * @param like the record before, read with the same shape; {@link Fields#NONE} for the first
     * @return the value; objects, arrays and strings that are the same at the same place of the record before are the very
     *     same nodes
     */
    public Fields read(JsonShape shape, Fields like) {
        try {
            return of(trees.computeIfAbsent(shape, wanted -> new JsonTree(parser, wanted))
                    .read(like.node()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Takes an object member by member. Null has none.
     *
     * @param consumer takes name and value of each
     * @throws WrongShape if the value is neither an object nor null
     */
    public void members(BiConsumer<String, JsonStream> consumer) {
        if (starts(JsonToken.START_OBJECT, "an object")) {
            try {
                Set<String> names = new HashSet<>();
                for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                    JsonDocument.unique(names.add(name), parser);
                    parser.nextToken();
                    JsonStream value = new JsonStream(parser, trees, place.member(name));
                    consumer.accept(name, value);
                    value.pass();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Takes an array element by element. Null has none.
     *
     * @param consumer takes each
     * @throws WrongShape if the value is neither an array nor null
     */
    public void elements(Consumer<JsonStream> consumer) {
        if (starts(JsonToken.START_ARRAY, "an array")) {
            try {
                for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
                    JsonStream element = new JsonStream(parser, trees, place.element(index));
                    consumer.accept(element);
                    element.pass();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Takes the value as a whole, but for an array in it, which is taken element by element.
     *
     * @param path names of the fields that lead from here to the array; none if it is this value
     * @param consumer takes each element
     * @return the value, in which the array is empty
     * @throws WrongShape if something else than objects, the array at the end, or null is met on the path
     */
    public Fields around(List<String> path, Consumer<JsonStream> consumer) {
        return of(emptied(path, consumer));
    }

    private JsonNode emptied(List<String> path, Consumer<JsonStream> consumer) {
        if (isNull()) {
            return JsonNodeFactory.instance.nullNode();
        }
        if (path.isEmpty()) {
            elements(consumer);
            return JsonNodeFactory.instance.arrayNode();
        }
        ObjectNode around = JsonNodeFactory.instance.objectNode();
        members((name, member) -> around.set(
                name,
                name.equals(path.get(0))
                        ? member.emptied(path.subList(1, path.size()), consumer)
                        : member.read().node()));
        return around;
    }

    private boolean starts(JsonToken start, String expected) {
        JsonToken found = parser.currentToken();
        if (found != start && found != JsonToken.VALUE_NULL) {
            throw new WrongShape(pointer(), "expected " + expected + ", found " + name(found));
        }
        return found == start;
    }

    /** What a value that begins with a token is called. */
    static String name(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "object";
            case START_ARRAY -> "array";
            case VALUE_STRING -> "string";
            case VALUE_TRUE, VALUE_FALSE -> "boolean";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "number";
            default -> token.name().toLowerCase(Locale.ROOT);
        };
    }

    /** Goes on to the end of the value, however much of it was taken. */
    private void pass() throws IOException {
        while (nested && parser.getParsingContext().getNestingDepth() >= depth) {
            parser.nextToken();
        }
    }
}
