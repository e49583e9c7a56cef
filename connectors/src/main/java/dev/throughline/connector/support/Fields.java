package dev.throughline.connector.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of a document and where it stands, to be read with the types its specification gives it.
 *
 * <p>What is missing or null is unknown: null, or empty for collections. What is there with another type is refused with
 * {@link WrongShape}. Fields nobody asks for may be anything. Immutable.
 */
public final class Fields {
    /** No value, of no file. */
    public static final Fields NONE = of("", MissingNode.getInstance());

    private final String file;
    private final JsonNode node;

    /** What holds this value; null if it was given with its pointer. Pointers are made when they are asked for. */
    private final @Nullable Fields parent;

    /** The name of the member this is of its parent, or else the pointer; null for an element. */
    private final @Nullable String name;

    private final int index;

    private Fields(String file, @Nullable Fields parent, @Nullable String name, int index, JsonNode node) {
        this.file = file;
        this.parent = parent;
        this.name = name;
        this.index = index;
        this.node = node;
    }

    /**
     * A whole document.
     *
     * @param file name of its file, for messages
     * @param document its root
     * @return the value
     */
    public static Fields of(String file, JsonNode document) {
        return at(file, "", document);
    }

    /**
     * A part of a document.
     *
     * @param file name of its file, for messages
     * @param pointer JSON pointer (RFC 6901) to the part
     * @param node the part
     * @return the value
     */
    public static Fields at(String file, String pointer, JsonNode node) {
        return new Fields(file, null, pointer, 0, node);
    }

    /** The place of a member, without its value. */
    Fields member(String of) {
        return member(of, MissingNode.getInstance());
    }

    /** The place of an element, without its value. */
    Fields element(int at) {
        return new Fields(file, this, null, at, MissingNode.getInstance());
    }

    /** Another value at the same place. */
    Fields holding(JsonNode value) {
        return new Fields(file, parent, name, index, value);
    }

    private Fields member(String of, JsonNode value) {
        return new Fields(file, this, of, 0, value);
    }

    /**
     * The name of the file.
     *
     * @return the name
     */
    public String file() {
        return file;
    }

    /**
     * Where in the file this value stands.
     *
     * @return a JSON pointer (RFC 6901); empty for the root
     */
    public String pointer() {
        if (parent == null) {
            return String.valueOf(name);
        }
        return name == null ? parent.pointer() + "/" + index : parent.below(name);
    }

    /**
     * The value as it was read.
     *
     * @return a node; not to be changed
     */
    public JsonNode node() {
        return node;
    }

    /**
     * Whether there is no value.
     *
     * @return whether it is missing or null
     */
    public boolean isAbsent() {
        return node instanceof MissingNode || node instanceof NullNode;
    }

    /**
     * Whether a field has a value.
     *
     * @param name name of a field
     * @return whether it is neither missing nor null
     */
    public boolean has(String name) {
        return value(name) != null;
    }

    /**
     * The names of all fields, in the order of the document.
     *
     * @return the names; empty if there is no value
     */
    public List<String> names() {
        List<String> names = new ArrayList<>(node.size());
        object().fieldNames().forEachRemaining(names::add);
        return names;
    }

    /**
     * A string.
     *
     * @param name name of a field
     * @return its value, or null
     */
    public @Nullable String text(String name) {
        JsonNode value = value(name);
        if (value instanceof TextNode text) {
            return text.textValue();
        }
        if (value != null) {
            throw wrong(name, "a string", value);
        }
        return null;
    }

    /**
     * A string the record is useless without.
     *
     * @param name name of a field
     * @return its value, which is not empty
     */
    public String requiredText(String name) {
        String value = text(name);
        if (value == null || value.isEmpty()) {
            throw new WrongShape(below(name), "this field is required and has no value");
        }
        return value;
    }

    /**
     * A string, number or boolean as text, for fields that sources write either way.
     *
     * @param name name of a field
     * @return its value as text, or null
     */
    public @Nullable String scalar(String name) {
        JsonNode value = value(name);
        if (value != null && value.isContainerNode()) {
            throw wrong(name, "a string, number or boolean", value);
        }
        return value == null ? null : value.asText();
    }

    /**
     * A boolean.
     *
     * @param name name of a field
     * @return its value, or null
     */
    public @Nullable Boolean bool(String name) {
        JsonNode value = value(name);
        if (value != null && !value.isBoolean()) {
            throw wrong(name, "a boolean", value);
        }
        return value == null ? null : value.booleanValue();
    }

    /**
     * A whole number.
     *
     * @param name name of a field
     * @return its value, or null
     */
    public @Nullable Long number(String name) {
        JsonNode value = value(name);
        if (value != null && !(value.isIntegralNumber() && value.canConvertToLong())) {
            throw wrong(name, "a whole number of 64 bits", value);
        }
        return value == null ? null : value.longValue();
    }

    /**
     * A number.
     *
     * @param name name of a field
     * @return its value, or null
     */
    public @Nullable Double decimal(String name) {
        JsonNode value = value(name);
        if (value != null && !(value.isNumber() && Double.isFinite(value.doubleValue()))) {
            throw wrong(name, "a number", value);
        }
        return value == null ? null : value.doubleValue();
    }

    /**
     * A time with its offset (RFC 3339).
     *
     * @param name name of a field
     * @return its value, or null
     */
    public @Nullable Instant instant(String name) {
        String value = text(name);
        try {
            return value == null || value.isEmpty() ? null : Instant.parse(value);
        } catch (DateTimeException e) {
            throw new WrongShape(below(name), "expected a time with its offset (RFC 3339)");
        }
    }

    /**
     * An object.
     *
     * @param name name of a field
     * @return its value; one without fields if it is absent
     */
    public Fields object(String name) {
        JsonNode value = value(name);
        if (value != null && !(value instanceof ObjectNode)) {
            throw wrong(name, "an object", value);
        }
        return member(name, value == null ? MissingNode.getInstance() : value);
    }

    /**
     * A value of any type.
     *
     * @param name name of a field
     * @return its value, which may be absent
     */
    public Fields get(String name) {
        JsonNode value = value(name);
        return member(name, value == null ? MissingNode.getInstance() : value);
    }

    /**
     * An array.
     *
     * @param name name of a field
     * @return its elements, each to be checked when it is read; empty if the field is absent
     */
    public List<Fields> list(String name) {
        return get(name).elements();
    }

    /**
     * The elements of this value, which must be an array.
     *
     * @return its elements, each to be checked when it is read; empty if there is no value
     */
    public List<Fields> elements() {
        if (isAbsent()) {
            return List.of();
        }
        if (!node.isArray()) {
            throw wrong(pointer(), "an array", node.getNodeType());
        }
        return new AbstractList<>() {
            @Override
            public Fields get(int index) {
                return new Fields(file, Fields.this, null, index, node.get(index));
            }

            @Override
            public int size() {
                return node.size();
            }
        };
    }

    /**
     * An array of strings.
     *
     * @param name name of a field
     * @return its elements; empty if the field is absent
     */
    public List<String> strings(String name) {
        List<Fields> elements = list(name);
        List<String> texts = new ArrayList<>(elements.size());
        for (Fields element : elements) {
            texts.add(element.text());
        }
        return Collections.unmodifiableList(texts);
    }

    /**
     * An object whose fields are all strings, such as labels.
     *
     * @param name name of a field
     * @return its fields in the order of the document; fields that are null are left out; empty if it is absent
     */
    public Map<String, String> stringMap(String name) {
        Fields map = object(name);
        Map<String, String> values = new LinkedHashMap<>();
        for (String key : map.names()) {
            String value = map.text(key);
            if (value != null) {
                values.put(key, value);
            }
        }
        return values;
    }

    /**
     * This value, which must be a string.
     *
     * @return the string
     */
    public String text() {
        if (!node.isTextual()) {
            throw wrong(pointer(), "a string", node.getNodeType());
        }
        return node.textValue();
    }

    private @Nullable JsonNode value(String name) {
        JsonNode value = object().get(name);
        return value instanceof NullNode ? null : value;
    }

    private JsonNode object() {
        if (!(node instanceof ObjectNode) && !isAbsent()) {
            throw wrong(pointer(), "an object", node.getNodeType());
        }
        return node;
    }

    private String below(String name) {
        return pointer() + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private WrongShape wrong(String name, String expected, JsonNode value) {
        return wrong(below(name), expected, value.getNodeType());
    }

    private static WrongShape wrong(String pointer, String expected, JsonNodeType found) {
        return new WrongShape(
                pointer, "expected " + expected + ", found " + found.name().toLowerCase(Locale.ROOT));
    }

    /** {@return file and pointer} */
    @Override
    public String toString() {
        String pointer = pointer();
        return pointer.isEmpty() ? file : file + " " + pointer;
    }
}
