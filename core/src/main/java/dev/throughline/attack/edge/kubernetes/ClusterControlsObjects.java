package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Cluster;
import dev.throughline.model.Evidence;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import java.util.List;
import java.util.function.Consumer;

/** An administrator of a cluster holds its namespaces, nodes and workloads. */
final class ClusterControlsObjects extends Inclusion {
    @Override
    public List<String> techniques() {
        return List.of("T1609", "T1610");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        RiskGraph graph = situation.graph();
        graph.assets(Cluster.class).forEach(cluster -> {
            Evidence evidence = Evidence.of("it belongs to the cluster", cluster.key());
            ClusterObjects objects = new ClusterObjects(graph);
            String name = cluster.key().value();
            for (AssetKey node : objects.ofCluster(name, AssetKind.NODE)) {
                steps.accept(step(cluster.key(), node, evidence, List.of(), List.of()));
            }
            for (AssetKey namespace : objects.ofCluster(name, AssetKind.NAMESPACE)) {
                steps.accept(step(cluster.key(), namespace, evidence, List.of(), List.of()));
                for (Relation held : graph.outgoing(namespace, RelationType.CONTAINS)) {
                    if (held.to().mayBe(AssetKind.WORKLOAD)) {
                        steps.accept(step(cluster.key(), held.to(), evidence, List.of(), List.of()));
                    }
                }
            }
        });
    }
}
