package dev.throughline.samples.benchmark;

import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Relation;
import dev.throughline.model.RiskGraph;
import dev.throughline.samples.benchmark.HeldEstate.HeldPartition;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * The assets and relations of an estate, each once and merged, in the order in which the sources tell of them. What the
 * baselines write: they are spared the merging.
 */
final class ObservedEstate {
    private final RiskGraph graph;
    private final BitSet listed = new BitSet();
    private final List<Asset> assets = new ArrayList<>();
    private final Set<Relation> relations = new LinkedHashSet<>();

    private ObservedEstate(RiskGraph graph) {
        this.graph = graph;
    }

    static ObservedEstate of(HeldEstate estate) {
        ObservedEstate observed = new ObservedEstate(estate.graph());
        for (HeldPartition partition : estate.partitions()) {
            partition.assets().forEach(asset -> observed.list(asset.key()));
            for (Relation relation : partition.relations()) {
                observed.list(relation.from());
                observed.list(relation.to());
                observed.relations.add(relation);
            }
        }
        return observed;
    }

    /** The same in an order that has nothing to do with what belongs together, but is the same each time. */
    ObservedEstate shuffled() {
        ObservedEstate shuffled = new ObservedEstate(graph);
        Random random = new Random(42);
        shuffled.assets.addAll(assets);
        Collections.shuffle(shuffled.assets, random);
        List<Relation> inAnyOrder = new ArrayList<>(relations);
        Collections.shuffle(inAnyOrder, random);
        shuffled.relations.addAll(inAnyOrder);
        return shuffled;
    }

    private void list(AssetKey key) {
        int number = graph.number(key);
        if (!listed.get(number)) {
            listed.set(number);
            assets.add(graph.asset(number));
        }
    }

    List<Asset> assets() {
        return assets;
    }

    Set<Relation> relations() {
        return relations;
    }

    AssetKind kind(AssetKey key) {
        return graph.asset(graph.number(key)).kind();
    }
}
