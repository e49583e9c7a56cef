package dev.throughline.attack.edge.azure;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Eligibility;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.CloudRole;
import dev.throughline.model.Evidence;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import java.util.List;
import java.util.function.Consumer;

/**
 * The approver lets a request for the role pass. It gets the role only together with somebody else who is eligible, whom it has
 * to control or to deceive: nobody approves a request of its own.
 */
final class AzureApproverAdmitsActivation implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1078.004", "T1548.005");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        RiskGraph graph = situation.graph();
        graph.assets(CloudRole.class)
                .filter(role -> Activation.of(role) == Activation.APPROVED)
                .forEach(role -> {
                    List<AssetKey> eligible = graph.incoming(role.key(), RelationType.ELIGIBLE_FOR).stream()
                            .filter(relation -> Eligibility.counts(relation, situation.at()))
                            .map(Relation::from)
                            .sorted()
                            .toList();
                    for (Relation approves : graph.incoming(role.key(), RelationType.APPROVES)) {
                        eligible.stream()
                                .filter(other -> !other.equals(approves.from()))
                                .findFirst()
                                .ifPresent(other -> steps.accept(step(approves, other)));
                    }
                });
    }

    private AttackStep step(Relation approves, AssetKey eligible) {
        AssetKey approver = approves.from();
        return new AttackStep(
                approver,
                name(),
                approves.to(),
                techniques(),
                Likelihood.HARD.probability(),
                Evidence.of(
                        "it approves the activation of the role, for which another is eligible",
                        approver,
                        eligible,
                        approves.to()),
                List.of("take " + approver.value() + " from the approvers of "
                        + approves.to().value()),
                List.of("let only people approve who administer nothing of those who are eligible"));
    }
}
