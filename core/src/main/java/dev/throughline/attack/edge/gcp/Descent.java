package dev.throughline.attack.edge.gcp;

import dev.throughline.model.AssetKey;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What lies below places of the hierarchy: organization, folders, projects, and the resources in them. */
final class Descent {
    private final RiskGraph graph;
    private final Map<AssetKey, Set<AssetKey>> below = new HashMap<>();

    Descent(RiskGraph graph) {
        this.graph = graph;
    }

    /** A place and all below it. Subnets also contain instances, which is no matter of policies. */
    Set<AssetKey> of(AssetKey place) {
        return below.computeIfAbsent(place, this::walk);
    }

    private Set<AssetKey> walk(AssetKey place) {
        Set<AssetKey> found = new LinkedHashSet<>(Set.of(place));
        List<AssetKey> open = new ArrayList<>(found);
        while (!open.isEmpty()) {
            for (AssetKey part : parts(graph, open.remove(open.size() - 1))) {
                if (found.add(part)) {
                    open.add(part);
                }
            }
        }
        return found;
    }

    /** What a place contains directly. */
    static List<AssetKey> parts(RiskGraph graph, AssetKey place) {
        return place.text().contains("/subnetworks/")
                ? List.of()
                : graph.outgoing(place, RelationType.CONTAINS).stream()
                        .map(Relation::to)
                        .toList();
    }
}
