package dev.throughline.explore;

import dev.throughline.explore.Condition.HasProperty;
import dev.throughline.model.Asset;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RiskGraph;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares an attribute of assets with a value. */
final class PropertyTest {
    private PropertyTest() {}

    static BitSet select(RiskGraph graph, BitSet assets, HasProperty condition, Certainty certainty) {
        BitSet found = new BitSet(graph.size());
        for (int i = assets.nextSetBit(0); i >= 0; i = assets.nextSetBit(i + 1)) {
            Object value = value(graph.asset(i), condition.name());
            if (value == null ? certainty == Certainty.POSSIBLE : fits(value, condition)) {
                found.set(i);
            }
        }
        return found;
    }

    private static @Nullable Object value(Asset asset, String name) {
        if (name.equals(Attributes.KEY)) {
            return asset.key().text();
        }
        AssetKind kind = asset.kind();
        return kind.value(asset, kind.attributes().indexOf(name));
    }

    private static boolean fits(Object value, HasProperty condition) {
        return value instanceof List<?> list
                ? list.stream().anyMatch(element -> compares(element, condition))
                : compares(value, condition);
    }

    private static boolean compares(Object value, HasProperty condition) {
        Object other = condition.value();
        return switch (condition.comparison()) {
            case IS -> value.equals(other);
            case CONTAINS -> ((String) value).contains((String) other);
            case STARTS_WITH -> ((String) value).startsWith((String) other);
            case AT_LEAST -> compare(value, other) >= 0;
            case AT_MOST -> compare(value, other) <= 0;
        };
    }

    private static int compare(Object value, Object other) {
        return value instanceof Long number
                ? number.compareTo((Long) other)
                : value instanceof Double number
                        ? number.compareTo((Double) other)
                        : ((Instant) value).compareTo((Instant) other);
    }
}
