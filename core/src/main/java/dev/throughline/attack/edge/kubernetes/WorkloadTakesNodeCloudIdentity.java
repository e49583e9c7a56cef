package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import dev.throughline.model.Node;
import dev.throughline.model.Workload;
import java.util.List;
import java.util.function.Consumer;

/**
 * A pod asks the metadata service of its node for a token of the identity of the machine. Session tokens (IMDSv2) with a
 * hop limit of one stop a pod that is not on the network of the node; the limit is not known.
 */
final class WorkloadTakesNodeCloudIdentity implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1552.005");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        NodeIdentities identities = situation.prepared(NodeIdentities.class, NodeIdentities::of);
        situation.graph().assets(Node.class).forEach(node -> {
            List<AssetKey> held = identities.of(node.key());
            if (!held.isEmpty()) {
                boolean session = identities
                        .machine(node.key())
                        .map(machine -> Boolean.TRUE.equals(machine.metadataTokenRequired()))
                        .orElse(false);
                for (Workload workload : Scheduled.on(situation.graph(), node.key())) {
                    Likelihood likelihood = likelihood(workload, session);
                    for (AssetKey identity : held) {
                        steps.accept(step(workload.key(), node.key(), identity, likelihood));
                    }
                }
            }
        });
    }

    private static Likelihood likelihood(Workload workload, boolean session) {
        if (Boolean.TRUE.equals(workload.hostNetwork())) {
            return Likelihood.TRIVIAL;
        }
        return session ? Likelihood.HARD : Likelihood.MODERATE;
    }

    private AttackStep step(AssetKey workload, AssetKey node, AssetKey identity, Likelihood likelihood) {
        return new AttackStep(
                workload,
                name(),
                identity,
                techniques(),
                likelihood.probability(),
                Evidence.of("its pods may ask the metadata service of their node", workload, node, identity),
                List.of("keep pods from the metadata service: a hop limit of one, a network policy, or the metadata"
                        + " server of workload identity"),
                List.of("require session tokens of the metadata service"));
    }
}
