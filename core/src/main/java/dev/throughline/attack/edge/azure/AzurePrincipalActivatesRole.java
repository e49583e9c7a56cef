package dev.throughline.attack.edge.azure;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Eligibility;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.CloudRole;
import dev.throughline.model.Evidence;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.List;
import java.util.function.Consumer;

/**
 * The principal is eligible for the role and activates it. That asks more of an attacker than a role that is held, such as a
 * second factor, and more still where somebody else has to approve.
 */
final class AzurePrincipalActivatesRole implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1078.004", "T1548.005");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        situation.graph().assets(CloudRole.class).forEach(role -> {
            for (Relation eligible : situation.graph().incoming(role.key(), RelationType.ELIGIBLE_FOR)) {
                if (eligible.from().text().startsWith(EntraRoles.PREFIX)
                        && Eligibility.counts(eligible, situation.at())) {
                    steps.accept(step(eligible, Activation.of(role)));
                }
            }
        });
    }

    private AttackStep step(Relation eligible, Activation activation) {
        boolean conditional = eligible.properties().containsKey("condition");
        Likelihood likelihood = activation == Activation.APPROVED ? Likelihood.MODERATE : Likelihood.EASY;
        return new AttackStep(
                eligible.from(),
                name(),
                eligible.to(),
                techniques(),
                (conditional ? likelihood.lowered() : likelihood).probability(),
                new Evidence(
                                "it is eligible for the role" + (conditional ? " under a condition" : "") + ": "
                                        + activation.statement(),
                                List.of(eligible.from(), eligible.to()),
                                eligible.properties())
                        .with("approval", activation.approval()),
                List.of("take the eligibility for " + eligible.to().value() + " from "
                        + eligible.from().value()),
                List.of(
                        "require approval by somebody else, and a second factor that resists phishing, to activate it"));
    }
}
