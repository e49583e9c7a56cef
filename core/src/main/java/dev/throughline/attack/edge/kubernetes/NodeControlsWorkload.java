package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.Evidence;
import dev.throughline.model.Node;
import dev.throughline.model.Pod;
import dev.throughline.model.RelationType;
import dev.throughline.model.Workload;
import java.util.List;
import java.util.function.Consumer;

/** Whoever is root on a node is root in every pod that runs there. */
final class NodeControlsWorkload implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1609");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        situation.graph().assets(Node.class).forEach(node -> {
            for (Pod pod : situation.graph().sources(node.key(), RelationType.SCHEDULED_ON, Pod.class)) {
                for (Workload workload : situation.graph().sources(pod.key(), RelationType.CONTAINS, Workload.class)) {
                    steps.accept(new AttackStep(
                            node.key(),
                            name(),
                            workload.key(),
                            techniques(),
                            Likelihood.TRIVIAL.probability(),
                            Evidence.of("one of its pods runs on the node", node.key(), pod.key(), workload.key()),
                            List.of("keep " + workload.key().value()
                                    + " off nodes that run less trusted workloads (taints, node affinity)"),
                            List.of()));
                }
            }
        });
    }
}
