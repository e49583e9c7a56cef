package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.Evidence;
import dev.throughline.model.Node;
import java.util.List;
import java.util.function.Consumer;

/** Whoever runs code on the machine of a node, such as by its cloud, is on the node: the credentials of its kubelet lie there. */
final class MachineControlsNode implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1552.001");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        NodeIdentities identities = situation.prepared(NodeIdentities.class, NodeIdentities::of);
        situation
                .graph()
                .assets(Node.class)
                .forEach(node -> identities
                        .machine(node.key())
                        .ifPresent(machine -> steps.accept(new AttackStep(
                                machine.key(),
                                name(),
                                node.key(),
                                techniques(),
                                Likelihood.EASY.probability(),
                                Evidence.of("it is the machine of the node", machine.key(), node.key()),
                                List.of(),
                                List.of("let nobody sign in to " + machine.key().value()
                                        + " or run commands there by the cloud")))));
    }
}
