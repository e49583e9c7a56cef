package dev.throughline.connector.facts;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.fact.FactSink;
import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.Text;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One fact on one line. Which kinds, attributes and types there are, and what they may hold, the model says. A name it
 * does not know is refused: to leave it out would be to say less than the file does.
 */
final class FactLine {
    private static final ImmutableSet<String> OF_ASSETS = ImmutableSet.of("kind", "key", "properties");
    private static final ImmutableSet<String> OF_RELATIONS = ImmutableSet.of("type", "from", "to", "properties");

    /** The constants of an enum by name. */
    private static final ClassValue<ImmutableMap<String, Object>> CONSTANTS = new ClassValue<>() {
        @Override
        protected ImmutableMap<String, Object> computeValue(Class<?> type) {
            return Maps.uniqueIndex(Arrays.<Object>asList(type.getEnumConstants()), c -> ((Enum<?>) c).name());
        }
    };

    private FactLine() {}

    static void read(Fields line, FactSink sink) {
        if (line.has("kind")) {
            only(OF_ASSETS, line);
            sink.accept(asset(line));
        } else if (line.has("type")) {
            only(OF_RELATIONS, line);
            sink.accept(relation(line));
        } else {
            throw new WrongShape(line.pointer(), "a fact has the kind of an asset or the type of a relation");
        }
    }

    private static void only(Set<String> known, Fields line) {
        for (String name : line.names()) {
            if (!known.contains(name)) {
                throw new WrongShape(line.get(name).pointer(), "such a fact has only the fields " + known);
            }
        }
    }

    private static Asset asset(Fields line) {
        AssetKind kind = parsed(line, "kind", AssetKind::labelled);
        AssetKey key = parsed(line, "key", AssetKey::new);
        @Nullable Object[] values = new @Nullable Object[kind.attributes().size()];
        Fields properties = line.object("properties");
        for (String name : properties.names()) {
            int attribute = kind.attributes().indexOf(name);
            if (attribute < 0) {
                throw new WrongShape(
                        properties.get(name).pointer(), kind.label() + " has no attribute '" + Text.quote(name) + "'");
            }
            values[attribute] = value(properties, name, kind.attributeType(attribute));
        }
        return kind.create(key, values);
    }

    private static @Nullable Object value(Fields properties, String name, Class<?> type) {
        if (!properties.has(name)) {
            return null;
        }
        if (type.isEnum()) {
            return parsed(properties, name, text -> constant(type, text));
        }
        return switch (type.getSimpleName()) {
            case "String" -> properties.text(name);
            case "Boolean" -> properties.bool(name);
            case "Long" -> properties.number(name);
            case "Double" -> properties.decimal(name);
            case "Instant" -> properties.instant(name);
            case "List" -> properties.strings(name);
            default -> throw new IllegalStateException("no attribute is a " + type);
        };
    }

    private static Object constant(Class<?> type, String name) {
        Object constant = CONSTANTS.get(type).get(name);
        if (constant == null) {
            throw new IllegalArgumentException("'" + Text.quote(name) + "' is not a " + type.getSimpleName());
        }
        return constant;
    }

    private static Relation relation(Fields line) {
        return new Relation(
                parsed(line, "from", AssetKey::new),
                parsed(line, "type", name -> (RelationType) constant(RelationType.class, name)),
                parsed(line, "to", AssetKey::new),
                line.stringMap("properties"));
    }

    private static <T> T parsed(Fields fields, String name, Function<String, T> parser) {
        String text = fields.requiredText(name);
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw new WrongShape(fields.get(name).pointer(), String.valueOf(e.getMessage()));
        }
    }
}
