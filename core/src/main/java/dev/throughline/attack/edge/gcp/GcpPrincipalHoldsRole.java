package dev.throughline.attack.edge.gcp;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.CloudRole;
import dev.throughline.model.Evidence;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.List;
import java.util.function.Consumer;

/**
 * A policy binds the role to the principal. A condition is not evaluated: it is kept as it is written, and makes the step less
 * likely.
 */
final class GcpPrincipalHoldsRole implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1078.004");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        situation.graph().assets(CloudRole.class).forEach(role -> {
            if (role.key().text().startsWith("cloud://")) {
                situation.graph().incoming(role.key(), RelationType.HAS_ROLE).forEach(held -> steps.accept(step(held)));
            }
        });
    }

    private AttackStep step(Relation held) {
        boolean conditional = held.properties().containsKey("condition");
        return new AttackStep(
                held.from(),
                name(),
                held.to(),
                techniques(),
                (conditional ? Likelihood.MODERATE : Likelihood.TRIVIAL).probability(),
                new Evidence(
                        conditional ? "it holds the role under a condition" : "it holds the role",
                        List.of(held.from(), held.to()),
                        held.properties()),
                List.of("take " + held.from().value() + " out of the binding "
                        + held.to().value()),
                List.of("bind the role for a limited time"));
    }
}
