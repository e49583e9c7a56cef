package dev.throughline.connector.support;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a value of a document and makes nothing of it but what is asked for. This is for records of which there are
 * very many; all others are easier to read as {@link Fields}.
 *
 * <pre>{@code
 * for (String name = json.first(NAMES); name != null; name = json.next()) {
 *     switch (name) {
 *         case "uri" -> uri = json.text();
 *         case "region" -> line = region(json);
 *         default -> {}
 *     }
 * }
 * }</pre>
 *
 * <p>A loop goes to the end of its object or array. What nobody takes is passed over, and of that only the syntax is
 * checked. Usable as long as the {@link JsonStream} it was made of; methods throw what those of that throw.
 */
public final class JsonCursor {
    private static final int DEPTH = 16;

    private final JsonParser parser;
    private final JsonStream start;

    /** What the value that this started at is in. */
    private final JsonStreamContext around;

    /** By the names that are looked for. */
    private final IdentityHashMap<JsonNames, NameOrder> orders = new IdentityHashMap<>();

    /** For some depths, the names of the object there that may have any. */
    private final Map<Integer, Set<String>> anyNames = new HashMap<>();

    /** For each depth, a bit for each name that was met of the object there. */
    private long[] met = new long[DEPTH];

    /** For each depth, the order of the object there, and the last name of it. */
    private @Nullable NameOrder[] order = new @Nullable NameOrder[DEPTH];

    private NameOrder.@Nullable Name[] last = new NameOrder.@Nullable Name[DEPTH];

    JsonCursor(JsonParser parser, JsonStream start) {
        this.parser = parser;
        this.start = start;
        JsonStreamContext context = parser.getParsingContext();
        this.around = parser.currentToken().isStructStart() ? context.getParent() : context;
    }

    /**
     * Enters an object. Null has no members.
     *
     * @param names names of the members that are wanted
     * @return the name of the first of them that is there, at whose value this is then; null if there is none
     * @throws WrongShape if the value is neither an object nor null
     */
    public @Nullable String first(JsonNames names) {
        if (!enters(JsonToken.START_OBJECT, "an object")) {
            return null;
        }
        int depth = depth();
        if (depth >= met.length) {
            met = Arrays.copyOf(met, 2 * depth);
            order = Arrays.copyOf(order, 2 * depth);
            last = Arrays.copyOf(last, 2 * depth);
        }
        met[depth] = 0;
        NameOrder here = orders.computeIfAbsent(names, NameOrder::new);
        order[depth] = here;
        return member(here, here.start(), depth);
    }

    /**
     * Goes on to the next member of those that are wanted.
     *
     * @return the name of the next of them that is there, at whose value this is then; null if there is none
     */
    public @Nullable String next() {
        pass();
        int depth = depth();
        NameOrder here = Objects.requireNonNull(order[depth]);
        return member(here, Objects.requireNonNull(last[depth]), depth);
    }

    private @Nullable String member(NameOrder here, NameOrder.Name before, int depth) {
        try {
            for (NameOrder.Name name = here.after(before, parser); name != null; name = here.after(name, parser)) {
                int place = name.place();
                if (place >= 0) {
                    JsonDocument.unique((met[depth] & 1L << place) == 0, parser);
                    met[depth] |= 1L << place;
                    last[depth] = name;
                    parser.nextToken();
                    return name.text();
                }
                parser.nextToken();
                parser.skipChildren();
            }
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Enters an object whose members may have any name. Null has no members.
     *
     * @return the name of the first member, at whose value this is then; null if there is none
     * @throws WrongShape if the value is neither an object nor null
     */
    public @Nullable String firstOfAny() {
        if (!enters(JsonToken.START_OBJECT, "an object")) {
            return null;
        }
        Set<String> names = namesOfAny();
        names.clear();
        return member(names);
    }

    /**
     * Goes on to the next member, whatever its name.
     *
     * @return the name of the next member, at whose value this is then; null if there is none
     */
    public @Nullable String nextOfAny() {
        pass();
        return member(namesOfAny());
    }

    /** The names that were met of the object at this depth. */
    private Set<String> namesOfAny() {
        return anyNames.computeIfAbsent(depth(), depth -> new HashSet<>());
    }

    private @Nullable String member(Set<String> names) {
        try {
            String name = parser.nextFieldName();
            if (name != null) {
                JsonDocument.unique(names.add(name), parser);
                parser.nextToken();
            }
            return name;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Enters an array. Null has no elements.
     *
     * @return whether there is an element, at which this is then
     * @throws WrongShape if the value is neither an array nor null
     */
    public boolean firstElement() {
        return enters(JsonToken.START_ARRAY, "an array") && element();
    }

    /**
     * Goes on to the next element.
     *
     * @return whether there is one, at which this is then
     */
    public boolean nextElement() {
        pass();
        return element();
    }

    private boolean element() {
        try {
            return parser.nextToken() != JsonToken.END_ARRAY;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
     * Whether the value is neither an object nor an array.
     *
     * @return whether it is not
     */
    public boolean isScalar() {
        return parser.currentToken().isScalarValue();
    }

    /**
     * Takes a string.
     *
     * @return the string, or null
     * @throws WrongShape if the value is neither a string nor null
     */
    public @Nullable String text() {
        return enters(JsonToken.VALUE_STRING, "a string") ? scalar() : null;
    }

    /**
     * Takes a string that must be there, such as an element of an array of strings.
     *
     * @return the string
     * @throws WrongShape if the value is no string
     */
    public String requiredText() {
        String text = text();
        if (text == null) {
            throw wrong("a string");
        }
        return text;
    }

    /**
     * Takes a string, number or boolean as text.
     *
     * @return the text, or null
     * @throws WrongShape if the value is an object or array
     */
    public @Nullable String scalar() {
        if (!isScalar()) {
            throw wrong("a string, number or boolean");
        }
        try {
            return isNull() ? null : parser.getText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Takes a whole number.
     *
     * @return the number, or null
     * @throws WrongShape if the value is neither a whole number of 64 bits nor null
     */
    public @Nullable Long number() {
        String expected = "a whole number of 64 bits";
        try {
            if (!enters(JsonToken.VALUE_NUMBER_INT, expected)) {
                return null;
            }
            if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
                throw wrong(expected);
            }
            return parser.getLongValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Takes the value as a whole.
     *
     * @return the value
     */
    public Fields read() {
        String pointer = pointer();
        try {
            return Fields.at(start.file(), pointer, new JsonTree(parser, JsonShape.WHOLE).read());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Where in the file this is. Made anew each time.
     *
     * @return a JSON pointer (RFC 6901)
     */
    public String pointer() {
        String path = parser.getParsingContext().pathAsPointer().toString();
        return start.pointer()
                + path.substring(around.pathAsPointer().toString().length());
    }

    /** Whether the value is of a type; null is not, and any other type is refused. */
    private boolean enters(JsonToken type, String expected) {
        JsonToken found = parser.currentToken();
        if (found != type && found != JsonToken.VALUE_NULL) {
            throw wrong(expected);
        }
        return found == type;
    }

    private WrongShape wrong(String expected) {
        return new WrongShape(pointer(), "expected " + expected + ", found " + JsonStream.name(parser.currentToken()));
    }

    private int depth() {
        return parser.getParsingContext().getNestingDepth();
    }

    /** Goes to the end of a value that nobody took. */
    private void pass() {
        try {
            parser.skipChildren();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
