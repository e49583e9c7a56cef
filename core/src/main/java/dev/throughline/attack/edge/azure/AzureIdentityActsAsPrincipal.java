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
 * An application acts as its service principals, and a user-assigned identity as its principal: roles are assigned to those.
 */
final class AzureIdentityActsAsPrincipal implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1550.001", "T1078.004");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        RiskGraph graph = situation.graph();
        for (int i = 0; i < graph.size(); i++) {
            AssetKey identity = graph.key(i);
            boolean acts = identity.text().startsWith(EntraRoles.PREFIX)
                    || identity.text().contains("/microsoft.managedidentity/userassignedidentities/");
            if (acts) {
                for (Relation as : graph.outgoing(identity, RelationType.CAN_AUTHENTICATE_AS)) {
                    steps.accept(step(identity, as.to()));
                }
            }
        }
    }

    private AttackStep step(AssetKey identity, AssetKey principal) {
        return new AttackStep(
                identity,
                name(),
                principal,
                techniques(),
                Likelihood.TRIVIAL.probability(),
                Evidence.of("it acts as this principal", identity, principal),
                List.of(),
                List.of());
    }
}
