package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import dev.throughline.model.Node;
import java.util.List;
import java.util.function.Consumer;

/** Whoever is root on a node asks the metadata service of its machine for a token of the identity of the machine. */
final class NodeTakesCloudIdentity implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1552.005");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        NodeIdentities identities = situation.prepared(NodeIdentities.class, NodeIdentities::of);
        situation.graph().assets(Node.class).forEach(node -> {
            for (AssetKey identity : identities.of(node.key())) {
                steps.accept(new AttackStep(
                        node.key(),
                        name(),
                        identity,
                        techniques(),
                        Likelihood.TRIVIAL.probability(),
                        Evidence.of("its machine has this identity", node.key(), identity),
                        List.of("take what pods need off " + identity.value() + " and give it to service accounts"),
                        List.of()));
            }
        });
    }
}
