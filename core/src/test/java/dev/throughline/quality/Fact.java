package dev.throughline.quality;

import com.google.common.base.Enums;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import dev.throughline.testing.SmallEstate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A line of facts: {@code KEY name=value …} for an asset, {@code KEY TYPE KEY name=value …} for a relation. A value with
 * blanks stands in quotes; an attribute that is a list is named once for each entry.
 *
 * @param key key of the asset, or of where the relation starts
 * @param words the rest of the line
 */
record Fact(AssetKey key, List<String> words) {
    private static final Pattern WORD = Pattern.compile("[^\\s\"=]+=\"[^\"]*\"|\\S+");

    static Fact parse(String line) {
        List<String> words =
                WORD.matcher(line).results().map(MatchResult::group).toList();
        return new Fact(AssetKey.parse(words.get(0)), words.subList(1, words.size()));
    }

    SmallEstate addTo(SmallEstate estate) {
        if (words.size() > 1
                && Enums.getIfPresent(RelationType.class, words.get(0)).isPresent()) {
            return estate.relation(key, RelationType.valueOf(words.get(0)), AssetKey.parse(words.get(1)), properties());
        }
        return estate.asset(key, attributes());
    }

    private Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        words.stream().skip(2).forEach(word -> properties.put(name(word), value(word)));
        return properties;
    }

    private Map<String, Object> attributes() {
        AssetKind kind = AssetKind.mentioned(key);
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (String word : words) {
            int attribute = kind.attributes().indexOf(name(word));
            if (attribute < 0) {
                throw new IllegalArgumentException(kind.label() + " has no attribute in " + word);
            }
            attributes.merge(name(word), typed(kind.attributeType(attribute), value(word)), Fact::joined);
        }
        return attributes;
    }

    private static Object joined(Object known, Object more) {
        List<Object> entries = new ArrayList<>((List<?>) known);
        entries.addAll((List<?>) more);
        return entries;
    }

    private static Object typed(Class<?> type, String value) {
        if (type == List.class) {
            return List.of(value);
        }
        if (type.isEnum()) {
            return Stream.of(type.getEnumConstants())
                    .filter(constant -> constant.toString().equals(value.toUpperCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(value + " is no " + type.getSimpleName()));
        }
        if (type == Instant.class) {
            return Instant.parse(value);
        }
        return type == Boolean.class ? (Object) Boolean.valueOf(value) : value;
    }

    private static String name(String word) {
        return word.substring(0, Math.max(0, word.indexOf('=')));
    }

    private static String value(String word) {
        String value = word.substring(word.indexOf('=') + 1);
        return value.startsWith("\"") ? value.substring(1, value.length() - 1) : value;
    }
}
