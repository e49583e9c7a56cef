package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import dev.throughline.model.Node;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import java.util.List;
import java.util.function.Consumer;

/**
 * Whoever is root on a node signs in as its kubelet, a member of system:nodes, and holds what role bindings give that
 * group, its user and everybody who signs in.
 */
final class NodeHoldsPermissions extends Inclusion {
    @Override
    public List<String> techniques() {
        return List.of("T1078", "T1552.001");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        RiskGraph graph = situation.graph();
        LeadingBindings leading = situation.prepared(LeadingBindings.class, LeadingBindings::new);
        graph.assets(Node.class).forEach(node -> {
            for (AssetKey subject : Subjects.ofKubelet(node.key())) {
                for (Relation bound : graph.incoming(subject, RelationType.BINDS)) {
                    if (leading.contains(bound.from())) {
                        steps.accept(step(
                                node.key(),
                                bound.from(),
                                Evidence.of(
                                        "the credentials of its kubelet lie on it", node.key(), subject, bound.from()),
                                List.of(Subjects.unbind(subject, bound.from())),
                                List.of()));
                    }
                }
            }
        });
    }
}
