package dev.throughline.store;

import dev.throughline.fact.FactSink;
import dev.throughline.fact.Rejection;
import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Collects the facts of one partition and packs them in an order that does not depend on how they came. */
final class PartitionBuffer implements FactSink {
    /** About a mebibyte before compression. */
    private static final int FACTS_PER_CHUNK = 10_000;

    private static final int KEPT_REJECTIONS = 1_000;

    private final Map<AssetKind, Map<AssetKey, List<Asset>>> assets = new TreeMap<>();
    private final Map<RelationType, TreeSet<Relation>> relations = new TreeMap<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private long rejected;

    @Override
    public void accept(Asset asset) {
        List<Asset> said = assets.computeIfAbsent(asset.kind(), k -> new TreeMap<>())
                .computeIfAbsent(asset.key(), k -> new ArrayList<>(1));
        if (!said.contains(asset)) {
            said.add(asset);
        }
    }

    @Override
    public void accept(Relation relation) {
        relations
                .computeIfAbsent(
                        relation.type(),
                        t -> new TreeSet<>(Comparator.comparing(Relation::from)
                                .thenComparing(Relation::to)
                                .thenComparing(r -> r.properties().toString())))
                .add(relation);
    }

    @Override
    public void reject(Rejection rejection) {
        rejected++;
        if (rejections.size() < KEPT_REJECTIONS) {
            rejections.add(rejection);
        }
    }

    /** How many records could not be used. */
    long rejected() {
        return rejected;
    }

    /** The first of them. */
    List<Rejection> rejections() {
        return rejections;
    }

    List<Chunk> chunks() {
        List<Chunk> chunks = new ArrayList<>();
        List<Asset> assetRows = new ArrayList<>();
        List<Relation> relationRows = new ArrayList<>();
        for (Map<AssetKey, List<Asset>> kind : assets.values()) {
            for (List<Asset> said : kind.values()) {
                assetRows.add(merged(said));
                flush(chunks, assetRows, relationRows, FACTS_PER_CHUNK);
            }
        }
        for (TreeSet<Relation> type : relations.values()) {
            for (Relation relation : type) {
                relationRows.add(relation);
                flush(chunks, assetRows, relationRows, FACTS_PER_CHUNK);
            }
        }
        flush(chunks, assetRows, relationRows, 1);
        return chunks;
    }

    private static void flush(List<Chunk> chunks, List<Asset> assetRows, List<Relation> relationRows, int atLeast) {
        if (assetRows.size() + relationRows.size() >= atLeast) {
            chunks.add(ChunkCodec.encode(assetRows, relationRows));
            assetRows.clear();
            relationRows.clear();
        }
    }

    /** Adds up what one source said of one asset; where it contradicts itself, the smaller text wins, whatever came first. */
    private static Asset merged(List<Asset> said) {
        return said.stream()
                .sorted(Comparator.comparing(Asset::toString))
                .reduce(Asset::or)
                .orElseThrow();
    }
}
