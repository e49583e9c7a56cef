package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.AttackStep;
import dev.throughline.model.AssetKey;
import dev.throughline.model.RiskGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What role bindings allow together that none of them allows alone, for the edges that need several permissions. */
final class JointPermissions {
    private final Map<String, List<AttackStep>> steps = new HashMap<>();
    private final Set<AssetKey> holders = new HashSet<>();

    JointPermissions(RiskGraph graph) {
        ClusterObjects objects = new ClusterObjects(graph);
        List<Binding> bindings = Bindings.of(graph);
        for (PermissionEdge edge : PermissionEdges.all()) {
            if (!edge.needs().isEmpty()) {
                List<AttackStep> found = new ArrayList<>();
                List<Binding> some = bindings.stream().filter(edge::needsAny).toList();
                Holders.ofSeveral(graph, some)
                        .forEach((holder, holds) -> JointGrants.emit(edge, objects, holder, holds, found::add));
                found.forEach(step -> holders.add(step.from()));
                steps.put(edge.name(), found);
            }
        }
    }

    /** The steps of an edge; they start at who is bound. */
    List<AttackStep> by(PermissionEdge edge) {
        return steps.getOrDefault(edge.name(), List.of());
    }

    /** Whether any step starts at a subject or node. */
    boolean leadFrom(AssetKey holder) {
        return holders.contains(holder);
    }
}
