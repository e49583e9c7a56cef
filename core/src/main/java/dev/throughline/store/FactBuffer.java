package dev.throughline.store;

import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Facts in memory, and their order: one that does not depend on how they came. */
final class FactBuffer {
    /** Some 50 MB of facts: one being filled and two being packed leave room in a small heap. */
    private static final int MOST_FACTS = 100_000;

    private static final int MOST_CHARACTERS = 1 << 24;

    /** Twice as many keys as facts fit. */
    private static final int BITS = 21;

    private final Map<String, Integer> keys = new HashMap<>();
    private final Map<AssetKind, Rows<Asset>> assets = new EnumMap<>(AssetKind.class);
    private final Map<RelationType, Rows<Relation>> relations = new EnumMap<>(RelationType.class);
    private int facts;
    private long characters;

    /** Facts of one kind, with the numbers of their keys. */
    private static final class Rows<F> {
        final List<F> facts = new ArrayList<>();
        int[] first = new int[16];
        int[] second = new int[16];

        void add(F fact, int firstKey, int secondKey) {
            int size = facts.size();
            if (size == first.length) {
                first = Arrays.copyOf(first, 2 * size);
                second = Arrays.copyOf(second, 2 * size);
            }
            first[size] = firstKey;
            second[size] = secondKey;
            facts.add(fact);
        }

        /** The facts by their keys. Those that agree in them stay as they came. */
        List<F> sorted(int[] ranks) {
            long[] order = new long[facts.size()];
            for (int i = 0; i < order.length; i++) {
                order[i] = ((long) ranks[first[i]] << (2 * BITS)) | ((long) ranks[second[i]] << BITS) | i;
            }
            Arrays.sort(order);
            List<F> sorted = new ArrayList<>(order.length);
            for (long place : order) {
                sorted.add(facts.get((int) place & ((1 << BITS) - 1)));
            }
            return sorted;
        }
    }

    int facts() {
        return facts;
    }

    boolean isFull() {
        return facts >= MOST_FACTS || characters >= MOST_CHARACTERS;
    }

    void add(Asset asset) {
        int key = number(asset.key());
        assets.computeIfAbsent(asset.kind(), kind -> new Rows<>()).add(asset, key, key);
        characters += Facts.characters(asset);
        facts++;
    }

    void add(Relation relation) {
        relations
                .computeIfAbsent(relation.type(), type -> new Rows<>())
                .add(relation, number(relation.from()), number(relation.to()));
        characters += Facts.characters(relation);
        facts++;
    }

    private int number(AssetKey key) {
        Integer known = keys.putIfAbsent(key.text(), keys.size());
        return known == null ? keys.size() - 1 : known;
    }

    /**
     * Hands out the facts in their order.
     *
     * @param sortedAssets takes the distinct assets, by kind and key
     * @param sortedRelations takes the distinct relations, by type, start, end and properties
     */
    void sorted(Consumer<List<Asset>> sortedAssets, Consumer<List<Relation>> sortedRelations) {
        int[] ranks = ranks();
        sortedAssets.accept(distinct(Facts.ASSETS, assets.values(), ranks));
        sortedRelations.accept(distinct(Facts.RELATIONS, relations.values(), ranks));
    }

    private static <F> List<F> distinct(Facts<F> type, Collection<Rows<F>> groups, int[] ranks) {
        List<F> all = new ArrayList<>();
        groups.forEach(group -> type.appendDistinct(group.sorted(ranks), all));
        return all;
    }

    private int[] ranks() {
        String[] sorted = keys.keySet().toArray(String[]::new);
        Arrays.sort(sorted);
        int[] ranks = new int[sorted.length];
        for (int rank = 0; rank < sorted.length; rank++) {
            ranks[keys.getOrDefault(sorted[rank], 0)] = rank;
        }
        return ranks;
    }
}
