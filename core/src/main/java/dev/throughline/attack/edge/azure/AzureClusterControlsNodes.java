package dev.throughline.attack.edge.azure;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The nodes of a managed cluster lie in a resource group of its own, where the identity of the cluster may do everything.
 */
final class AzureClusterControlsNodes implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1609", "T1651");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        RiskGraph graph = situation.graph();
        NavigableMap<String, AssetKey> machines = AzureTypes.resources(
                graph, Set.of("microsoft.compute/virtualmachines", "microsoft.compute/virtualmachinescalesets"));
        NavigableMap<String, AssetKey> clusters =
                AzureTypes.resources(graph, Set.of("microsoft.containerservice/managedclusters"));
        for (AssetKey cluster : clusters.values()) {
            for (Relation group : graph.outgoing(cluster, RelationType.CONTAINS)) {
                String below = group.to().text();
                machines.subMap(below + "/", below + "0") // 0 follows the slash
                        .values()
                        .forEach(machine -> steps.accept(step(cluster, group.to(), machine)));
            }
        }
    }

    private AttackStep step(AssetKey cluster, AssetKey group, AssetKey machine) {
        return new AttackStep(
                cluster,
                name(),
                machine,
                techniques(),
                Likelihood.EASY.probability(),
                Evidence.of("it is a node of the cluster", cluster, group, machine),
                List.of(),
                List.of("lock the resource group of the nodes"));
    }
}
