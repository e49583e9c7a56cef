package dev.throughline.store;

import dev.throughline.model.Asset;
import dev.throughline.model.Relation;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What there is to know of assets, or of relations, to sort them, to make one of those that say the same, and to pack them.
 *
 * @param <F> asset or relation
 */
abstract class Facts<F> implements Comparator<F> {
    static final Facts<Asset> ASSETS = new OfAssets();
    static final Facts<Relation> RELATIONS = new OfRelations();

    /** Makes one of two that compare as equal. The result does not depend on the order in which several are combined. */
    abstract F combine(F one, F other);

    abstract Chunk encode(List<F> sorted);

    /** The facts of this sort that a chunk holds. */
    abstract List<F> decode(Chunk chunk);

    /** Appends facts that are sorted but for what combine and properties decide. */
    void appendDistinct(List<F> nearlySorted, List<F> all) {
        nearlySorted.sort(this); // almost free: it is sorted already, or in few places not
        F last = null;
        for (F fact : nearlySorted) {
            if (last == null) {
                last = fact;
            } else if (compare(last, fact) == 0) {
                last = combine(last, fact);
            } else {
                all.add(last);
                last = fact;
            }
        }
        if (last != null) {
            all.add(last);
        }
    }

    static long characters(Asset asset) {
        long characters = asset.key().text().length();
        for (Object value : asset.kind().values(asset)) {
            if (value instanceof String text) {
                characters += text.length();
            } else if (value instanceof List<?> texts) {
                for (Object text : texts) {
                    characters += ((String) text).length();
                }
            }
        }
        return characters;
    }

    static long characters(Relation relation) {
        long characters = relation.from().text().length();
        characters += relation.to().text().length();
        for (String value : relation.properties().values()) {
            characters += value.length();
        }
        return characters;
    }

    private static final class OfAssets extends Facts<Asset> {
        @Override
        public int compare(Asset one, Asset other) {
            int byKind = one.kind().compareTo(other.kind());
            return byKind != 0 ? byKind : one.key().compareTo(other.key());
        }

        /** Adds up what one source said of one asset; where it contradicts itself, the smaller text wins. */
        @Override
        Asset combine(Asset one, Asset other) {
            if (one.equals(other)) {
                return one;
            }
            @Nullable Object[] values = one.kind().values(one);
            @Nullable Object[] others = other.kind().values(other);
            for (int i = 0; i < values.length; i++) {
                values[i] = smaller(values[i], others[i]);
            }
            return one.kind().create(one.key(), values);
        }

        private static @Nullable Object smaller(@Nullable Object one, @Nullable Object other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            return one.toString().compareTo(other.toString()) <= 0 ? one : other;
        }

        @Override
        Chunk encode(List<Asset> sorted) {
            return ChunkCodec.encode(sorted, List.of());
        }

        @Override
        List<Asset> decode(Chunk chunk) {
            return DecodedFacts.of(chunk).assets();
        }
    }

    private static final class OfRelations extends Facts<Relation> {
        @Override
        public int compare(Relation one, Relation other) {
            int order = one.type().compareTo(other.type());
            if (order == 0) {
                order = one.from().compareTo(other.from());
            }
            if (order == 0) {
                order = one.to().compareTo(other.to());
            }
            return order != 0 || one.properties().equals(other.properties())
                    ? order
                    : one.properties().toString().compareTo(other.properties().toString());
        }

        @Override
        Relation combine(Relation one, Relation other) {
            return one;
        }

        @Override
        Chunk encode(List<Relation> sorted) {
            return ChunkCodec.encode(List.of(), sorted);
        }

        @Override
        List<Relation> decode(Chunk chunk) {
            return DecodedFacts.of(chunk).relations();
        }
    }
}
