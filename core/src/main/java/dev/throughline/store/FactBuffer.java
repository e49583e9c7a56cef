package dev.throughline.store;

import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Facts in memory, and their order: one that does not depend on how they came. */
final class FactBuffer {
    /** Twice as many keys as a buffer has facts fit. */
    private static final int BITS = 21;

    private final Map<AssetKind, List<Asset>> assets = new EnumMap<>(AssetKind.class);
    private final Map<RelationType, List<Relation>> relations = new EnumMap<>(RelationType.class);
    private int facts;

    int facts() {
        return facts;
    }

    void add(Asset asset) {
        assets.computeIfAbsent(asset.kind(), kind -> new ArrayList<>()).add(asset);
        facts++;
    }

    void add(Relation relation) {
        relations.computeIfAbsent(relation.type(), type -> new ArrayList<>()).add(relation);
        facts++;
    }

    /**
     * Hands out the facts in their order. Keys are ranked once, so that facts are sorted by numbers.
     *
     * @param sortedAssets takes the distinct assets, by kind and key
     * @param sortedRelations takes the distinct relations, by type, start, end and properties
     */
    void sorted(Consumer<List<Asset>> sortedAssets, Consumer<List<Relation>> sortedRelations) {
        Map<String, Integer> ranks = ranks();
        List<Asset> distinctAssets = new ArrayList<>();
        for (List<Asset> ofKind : assets.values()) {
            Facts.ASSETS.appendDistinct(sorted(ofKind, ranks, Asset::key, Asset::key), distinctAssets);
        }
        sortedAssets.accept(distinctAssets);
        List<Relation> distinctRelations = new ArrayList<>();
        for (List<Relation> ofType : relations.values()) {
            Facts.RELATIONS.appendDistinct(sorted(ofType, ranks, Relation::from, Relation::to), distinctRelations);
        }
        sortedRelations.accept(distinctRelations);
    }

    private Map<String, Integer> ranks() {
        Map<String, Integer> ranks = new HashMap<>();
        assets.values()
                .forEach(said -> said.forEach(asset -> ranks.put(asset.key().text(), 0)));
        relations
                .values()
                .forEach(said -> said.forEach(relation -> {
                    ranks.put(relation.from().text(), 0);
                    ranks.put(relation.to().text(), 0);
                }));
        String[] keys = ranks.keySet().toArray(String[]::new);
        Arrays.sort(keys);
        for (int rank = 0; rank < keys.length; rank++) {
            ranks.put(keys[rank], rank);
        }
        return ranks;
    }

    /** By two keys. Facts that agree in them stay as they came. */
    private static <F> List<F> sorted(
            List<F> said, Map<String, Integer> ranks, Function<F, AssetKey> first, Function<F, AssetKey> second) {
        long[] order = new long[said.size()];
        for (int i = 0; i < order.length; i++) {
            F fact = said.get(i);
            long firstRank = ranks.getOrDefault(first.apply(fact).text(), 0);
            long secondRank = ranks.getOrDefault(second.apply(fact).text(), 0);
            order[i] = (firstRank << (2 * BITS)) | (secondRank << BITS) | i;
        }
        Arrays.sort(order);
        List<F> sorted = new ArrayList<>(order.length);
        for (long place : order) {
            sorted.add(said.get((int) place & ((1 << BITS) - 1)));
        }
        return sorted;
    }
}
