package dev.throughline.attack.edge.gcp;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import java.util.List;
import java.util.function.Consumer;

/**
 * A service account has a name as a resource, which its policy and its keys belong to, and one as a principal, to which policies
 * bind roles.
 */
final class GcpAccountActsAsPrincipal implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1550.001", "T1078.004");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        RiskGraph graph = situation.graph();
        for (int i = 0; i < graph.size(); i++) {
            AssetKey account = graph.key(i);
            if (account.text().startsWith("cloud://iam.googleapis.com/")) {
                graph.outgoing(account, RelationType.CAN_AUTHENTICATE_AS)
                        .forEach(as -> steps.accept(step(account, as.to())));
            }
        }
    }

    private AttackStep step(AssetKey account, AssetKey principal) {
        return new AttackStep(
                account,
                name(),
                principal,
                techniques(),
                Likelihood.TRIVIAL.probability(),
                Evidence.of("it acts as this principal", account, principal),
                List.of(),
                List.of());
    }
}
