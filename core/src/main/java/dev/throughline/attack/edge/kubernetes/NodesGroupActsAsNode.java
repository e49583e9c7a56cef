package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import dev.throughline.model.Node;
import java.util.List;
import java.util.function.Consumer;

/**
 * Whoever may act as any node of a cluster, or run a privileged pod on any, holds each of them. The group stands
 * between, so that no step is needed for every pair.
 */
final class NodesGroupActsAsNode extends Inclusion {
    @Override
    public List<String> techniques() {
        return List.of("T1078");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        situation.graph().assets(Node.class).forEach(node -> {
            AssetKey group = Subjects.group(ClusterObjects.cluster(node.key()), Subjects.NODES);
            steps.accept(step(
                    group,
                    node.key(),
                    Evidence.of("any node of the cluster can be chosen", group, node.key()),
                    List.of(),
                    List.of("keep workloads that matter on nodes that refuse the pods of others")));
        });
    }
}
