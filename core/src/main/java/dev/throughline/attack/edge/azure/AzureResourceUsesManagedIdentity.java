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
import java.util.function.Consumer;

/**
 * Whoever runs code on a resource asks its metadata service for tokens of its managed identities, without any credential.
 */
final class AzureResourceUsesManagedIdentity implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1552.005", "T1528");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        RiskGraph graph = situation.graph();
        for (int i = 0; i < graph.size(); i++) {
            AssetKey user = graph.key(i);
            if (user.text().startsWith("cloud:/subscriptions/")) {
                for (Relation runsAs : graph.outgoing(user, RelationType.RUNS_AS)) {
                    steps.accept(step(user, runsAs.to()));
                }
            }
        }
    }

    private AttackStep step(AssetKey user, AssetKey identity) {
        return new AttackStep(
                user,
                name(),
                identity,
                techniques(),
                Likelihood.TRIVIAL.probability(),
                Evidence.of("its metadata service hands out tokens of the identity", user, identity),
                List.of("take the identity " + identity.value() + " from " + user.value()),
                List.of("give each resource an identity of its own, with no more roles than it uses"));
    }
}
