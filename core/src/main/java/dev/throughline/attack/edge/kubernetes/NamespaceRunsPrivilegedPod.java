package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Evidence;
import dev.throughline.model.Namespace;
import dev.throughline.model.RiskGraph;
import java.util.List;
import java.util.function.Consumer;

/**
 * Whoever runs pods in a namespace runs a privileged one on a node of their choice, unless the namespace enforces a Pod
 * Security Standard that forbids it.
 */
final class NamespaceRunsPrivilegedPod implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1610", "T1611");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        RiskGraph graph = situation.graph();
        ClusterObjects objects = new ClusterObjects(graph);
        graph.assets(Namespace.class).forEach(namespace -> {
            String cluster = ClusterObjects.cluster(namespace.key());
            PodSecurity standard = PodSecurity.of(graph, namespace.key());
            if (!standard.forbidsPrivileged()
                    && !objects.ofCluster(cluster, AssetKind.NODE).isEmpty()) {
                AssetKey nodes = Subjects.group(cluster, Subjects.NODES);
                steps.accept(new AttackStep(
                        namespace.key(),
                        name(),
                        nodes,
                        techniques(),
                        standard.likelihood().probability(),
                        Evidence.of("no Pod Security Standard forbids privileged pods there", namespace.key(), nodes)
                                .with("pod-security.kubernetes.io/enforce", String.valueOf(standard.level())),
                        List.of("enforce the Pod Security Standard \"baseline\" on "
                                + namespace.key().value()),
                        List.of()));
            }
        });
    }
}
