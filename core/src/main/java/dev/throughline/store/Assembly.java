package dev.throughline.store;

import dev.throughline.model.AssetKey;
import dev.throughline.model.Provenance;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.RiskGraphBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the graph of the record. The entry points of attacks are in every graph. */
public final class Assembly {
    private Assembly() {}

    /**
     * Assembles the graph that some snapshots add up to.
     *
     * @param store holds their chunks
     * @param snapshots one for each scope
     * @return the graph
     */
    public static RiskGraph graph(RiskStore store, List<Snapshot> snapshots) {
        Map<String, List<Provenance>> saidBy = new HashMap<>();
        RiskGraphBuilder graph = RiskGraph.builder()
                .mention(AssetKey.INTERNET)
                .mention(AssetKey.ANONYMOUS)
                .mention(AssetKey.ANY_GITHUB_USER);
        for (Snapshot snapshot : snapshots) {
            snapshot.gaps().forEach(gap -> graph.incomplete(snapshot.scope(), gap));
            for (PartitionState partition : snapshot.partitions()) {
                Provenance provenance = new Provenance(snapshot.scope(), partition.name(), partition.observedAt());
                partition
                        .chunks()
                        .forEach(hash -> saidBy.computeIfAbsent(hash, h -> new ArrayList<>(1))
                                .add(provenance));
            }
        }
        store.read(saidBy.keySet(), chunk -> {
            for (Provenance provenance : saidBy.getOrDefault(chunk.hash(), List.of())) {
                ChunkCodec.decode(chunk, a -> graph.add(a, provenance), r -> graph.add(r, provenance));
            }
        });
        return graph.build();
    }
}
