package dev.throughline.explore;

import dev.throughline.explore.Condition.HasProperty;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Text;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The attributes that conditions compare, held against those the kinds have. */
final class Attributes {
    /** Stands for the text of the key, which every kind has. */
    static final String KEY = "key";

    private Attributes() {}

    static void check(Set<AssetKind> kinds, List<Condition> conditions) {
        ConditionWalk.parts(conditions)
                .filter(HasProperty.class::isInstance)
                .forEach(condition -> check(kinds, (HasProperty) condition));
    }

    private static void check(Set<AssetKind> kinds, HasProperty condition) {
        for (AssetKind kind : kinds) {
            Class<?> type = type(kind, condition.name());
            if (!fits(type, condition)) {
                throw new IllegalArgumentException("the attribute '" + condition.name() + "' of a " + kind.label()
                        + " is a " + type.getSimpleName() + ", which " + condition.comparison()
                        + " cannot compare with a "
                        + condition.value().getClass().getSimpleName());
            }
        }
    }

    private static Class<?> type(AssetKind kind, String name) {
        if (name.equals(KEY)) {
            return String.class;
        }
        int attribute = kind.attributes().indexOf(name);
        if (attribute < 0) {
            throw new IllegalArgumentException("a " + kind.label() + " has no attribute '" + Text.quote(name) + "'");
        }
        return kind.attributeType(attribute);
    }

    private static boolean fits(Class<?> attribute, HasProperty condition) {
        Class<?> type = attribute == List.class ? String.class : attribute;
        return type.isInstance(condition.value())
                && switch (condition.comparison()) {
                    case IS -> true;
                    case CONTAINS, STARTS_WITH -> type == String.class;
                    case AT_LEAST, AT_MOST -> type == Long.class || type == Double.class || type == Instant.class;
                };
    }
}
