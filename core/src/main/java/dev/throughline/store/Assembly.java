package dev.throughline.store;

import com.google.common.collect.Sets;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Provenance;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.RiskGraphBuilder;
import dev.throughline.model.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the graph of the record, and brings the last one forward: only chunks of partitions that changed since are read.
 * The result is the same as that of a full assembly. The entry points of attacks are in every graph.
 *
 * <p>Safe for use by several threads; they wait for each other.
 */
public final class Assembly {
    private final RiskStore store;
    private RiskGraph graph = RiskGraph.builder().build();
    private Map<Scope, Snapshot> assembled = Map.of();

    /** What one partition says. */
    private record Part(Provenance provenance, List<String> chunks) {}

    /**
     * Starts from nothing.
     *
     * @param store holds the chunks
     */
    public Assembly(RiskStore store) {
        this.store = store;
    }

    /**
     * Assembles the graph that some snapshots add up to.
     *
     * @param snapshots one for each scope
     * @return the graph
     */
    public synchronized RiskGraph graph(List<Snapshot> snapshots) {
        Map<Scope, Snapshot> next = new HashMap<>();
        snapshots.forEach(snapshot -> next.put(snapshot.scope(), snapshot));
        RiskGraphBuilder builder = graph.toBuilder()
                .mention(AssetKey.INTERNET)
                .mention(AssetKey.ANONYMOUS)
                .mention(AssetKey.ANY_GITHUB_USER);
        snapshots.forEach(snapshot -> snapshot.gaps().forEach(gap -> builder.incomplete(snapshot.scope(), gap)));
        Map<String, List<Provenance>> added = new HashMap<>();
        for (Scope scope : Sets.union(assembled.keySet(), next.keySet())) {
            Snapshot old = assembled.get(scope);
            Snapshot now = next.get(scope);
            if (old != null && now != null && old.run() == now.run()) {
                continue;
            }
            Set<Part> before = parts(old);
            Set<Part> after = parts(now);
            Sets.difference(before, after).forEach(part -> builder.forget(part.provenance()));
            for (Part part : Sets.difference(after, before)) {
                part.chunks()
                        .forEach(hash -> added.computeIfAbsent(hash, h -> new ArrayList<>(1))
                                .add(part.provenance()));
            }
        }
        ChunkAssembly chunks = new ChunkAssembly(builder);
        ChunkReading.read(
                store, added.keySet(), (hash, packed) -> chunks.add(hash, packed, added.getOrDefault(hash, List.of())));
        graph = builder.build();
        assembled = next;
        return graph;
    }

    private static Set<Part> parts(@Nullable Snapshot snapshot) {
        Set<Part> parts = new HashSet<>();
        if (snapshot != null) {
            for (PartitionState state : snapshot.partitions()) {
                parts.add(new Part(new Provenance(snapshot.scope(), state.name(), state.observedAt()), state.chunks()));
            }
        }
        return parts;
    }
}
