package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.Evidence;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.ServiceAccount;
import java.util.List;
import java.util.function.Consumer;

/**
 * The cloud lets the service account act as an identity of its own: workload identity of Azure and Google Cloud. Roles of AWS
 * have an edge of their own, which knows their trust policies.
 */
final class ServiceAccountActsAsCloudIdentity implements AttackEdge {
    private static final String AWS = "arn:";

    @Override
    public List<String> techniques() {
        return List.of("T1078.004", "T1528");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        RiskGraph graph = situation.graph();
        graph.assets(ServiceAccount.class).forEach(account -> {
            for (Relation becomes : graph.outgoing(account.key(), RelationType.CAN_AUTHENTICATE_AS)) {
                if (becomes.to().value().startsWith(AWS)) {
                    continue;
                }
                boolean trusted = graph.outgoing(becomes.to(), RelationType.TRUSTS).stream()
                        .anyMatch(trust -> trust.to().equals(account.key()));
                steps.accept(new AttackStep(
                        account.key(),
                        name(),
                        becomes.to(),
                        techniques(),
                        (trusted ? Likelihood.TRIVIAL : Likelihood.EASY).probability(),
                        Evidence.of("the service account is set up to act as it", account.key(), becomes.to())
                                .with("trust", trusted ? "names the service account" : "not read"),
                        List.of("take the identity off " + account.key().value()),
                        List.of("give " + becomes.to().value() + " only the permissions that are used")));
            }
        });
    }
}
