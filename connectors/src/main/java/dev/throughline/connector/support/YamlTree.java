package dev.throughline.connector.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Makes trees of the events of a YAML parser. What an alias stands for is shared, but counted each time. */
final class YamlTree {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ScalarResolver CORE = new CoreSchema().getScalarResolver();

    private final Iterator<Event> events;
    private final JsonLimits limits;
    private final Map<Anchor, Anchored> anchors = new HashMap<>();
    private Event event;
    private long tokens;
    private int aliases;

    YamlTree(Iterator<Event> events, JsonLimits limits) {
        this.events = events;
        this.limits = limits;
        this.event = events.next();
    }

    /** Whether there is another document; moves on to it. */
    boolean hasDocument() {
        while (event.getEventId() != Event.ID.DocumentStart) {
            if (event.getEventId() == Event.ID.StreamEnd) {
                return false;
            }
            event = events.next();
        }
        return true;
    }

    /** The document that {@link #hasDocument()} moved on to. */
    JsonNode document() {
        anchors.clear();
        tokens = 0;
        aliases = 0;
        event = events.next();
        return node(0).node();
    }

    /** Reads the node that starts at the current event, and leaves its last event as the current one. */
    private Anchored node(int depth) {
        if (depth > limits.depth()) {
            throw refused("nested deeper than " + limits.depth());
        }
        if (event instanceof AliasEvent alias) {
            return aliased(alias, depth);
        }
        count(1);
        if (event instanceof ScalarEvent scalar) {
            Anchored read = new Anchored(scalar(scalar), 1, 0);
            scalar.getAnchor().ifPresent(a -> anchors.put(a, read));
            return read;
        }
        CollectionStartEvent start = (CollectionStartEvent) event;
        Anchored read = start.getEventId() == Event.ID.MappingStart ? mapping(depth) : sequence(depth);
        start.getAnchor().ifPresent(a -> anchors.put(a, read));
        return read;
    }

    private Anchored mapping(int depth) {
        ObjectNode object = NODES.objectNode();
        long before = tokens;
        int height = 0;
        for (next(); event.getEventId() != Event.ID.MappingEnd; next()) {
            String key = key();
            if (object.has(key)) {
                throw refused("a mapping names a key twice");
            }
            next();
            Anchored value = node(depth + 1);
            height = Math.max(height, value.height());
            object.set(key, value.node());
        }
        return new Anchored(object, tokens - before + 1, height + 1);
    }

    private String key() {
        JsonNode key = event instanceof CollectionStartEvent ? null : node(0).node();
        if (key == null || key.isContainerNode()) {
            throw refused("a key that is not a scalar");
        }
        return key.asText();
    }

    private Anchored sequence(int depth) {
        ArrayNode array = NODES.arrayNode();
        long before = tokens;
        int height = 0;
        for (next(); event.getEventId() != Event.ID.SequenceEnd; next()) {
            Anchored element = node(depth + 1);
            height = Math.max(height, element.height());
            array.add(element.node());
        }
        return new Anchored(array, tokens - before + 1, height + 1);
    }

    private Anchored aliased(AliasEvent alias, int depth) {
        Anchored target = anchors.get(alias.getAlias());
        if (target == null) {
            throw refused("an alias of nothing that was anchored before");
        }
        if (target.node().isContainerNode() && ++aliases > limits.aliases()) {
            throw refused("more than " + limits.aliases() + " aliases");
        }
        if (depth + target.height() > limits.depth()) {
            throw refused("nested deeper than " + limits.depth());
        }
        count(target.size());
        return target;
    }

    private void count(long more) {
        tokens += more;
        if (tokens > limits.tokens()) {
            throw refused("more than " + limits.tokens() + " values");
        }
    }

    private void next() {
        event = events.next();
    }

    private JsonNode scalar(ScalarEvent scalar) {
        String value = scalar.getValue();
        if (value.length() > limits.stringLength()) {
            throw refused("a string of more than " + limits.stringLength() + " characters");
        }
        boolean untagged = scalar.getTag().isEmpty() && scalar.isPlain();
        Tag tag = untagged
                ? CORE.resolve(value, true)
                : scalar.getTag().map(Tag::new).orElse(Tag.STR);
        if (tag.equals(Tag.NULL)) {
            return NODES.nullNode();
        }
        if (tag.equals(Tag.BOOL)) {
            return NODES.booleanNode(Boolean.parseBoolean(value));
        }
        if (!tag.equals(Tag.INT) && !tag.equals(Tag.FLOAT)) {
            return NODES.textNode(value);
        }
        if (value.length() > limits.numberLength()) {
            throw refused("a number of more than " + limits.numberLength() + " characters");
        }
        try {
            return tag.equals(Tag.INT) ? integer(value) : NODES.numberNode(floating(value));
        } catch (NumberFormatException e) {
            throw refused("not a number, though it is tagged as one");
        }
    }

    private static JsonNode integer(String value) {
        BigInteger number = value.startsWith("0x")
                ? new BigInteger(value.substring(2), 16)
                : value.startsWith("0o") ? new BigInteger(value.substring(2), 8) : new BigInteger(value);
        return number.bitLength() < Long.SIZE ? NODES.numberNode(number.longValue()) : NODES.numberNode(number);
    }

    private static double floating(String value) {
        String plain = value.toLowerCase(Locale.ROOT);
        if (plain.endsWith(".inf")) {
            return plain.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return plain.equals(".nan") ? Double.NaN : Double.parseDouble(plain);
    }

    RefusedException refused(String message) {
        return new RefusedException(event.getStartMark().map(YamlTree::position).orElse(""), message);
    }

    static String position(Mark mark) {
        return (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
    }

    /** A node, the number of values in it, and how many collections are inside each other. */
    private record Anchored(JsonNode node, long size, int height) {}

    /** YAML, but not what is wanted. */
    static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final String position;

        RefusedException(String position, String message) {
            super(message);
            this.position = position;
        }

        String position() {
            return position;
        }
    }
}
