package dev.throughline.attack.edge.kubernetes;

import dev.throughline.model.AssetKey;
import dev.throughline.model.RiskGraph;
import java.util.LinkedHashSet;
import java.util.Set;

/** The bindings that lead anywhere; most of those of a cluster only let their subjects look. */
final class LeadingBindings {
    private final Set<AssetKey> keys = new LinkedHashSet<>();

    LeadingBindings(RiskGraph graph) {
        ClusterObjects objects = new ClusterObjects(graph);
        for (Binding binding : Bindings.of(graph)) {
            if (PermissionEdges.all().stream().anyMatch(edge -> edge.leads(binding, objects))) {
                keys.add(binding.key());
            }
        }
    }

    /** Their keys, in order. */
    Set<AssetKey> keys() {
        return keys;
    }

    boolean contains(AssetKey binding) {
        return keys.contains(binding);
    }
}
