package dev.throughline.attack.edge.azure;

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
 * The principal was assigned the role, at a scope of Azure or in the directory. A condition is not evaluated: it is kept as it
 * is written, and makes the step less likely.
 */
final class AzurePrincipalHoldsRole implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1078.004");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        situation.graph().assets(CloudRole.class).forEach(role -> {
            for (Relation held : situation.graph().incoming(role.key(), RelationType.HAS_ROLE)) {
                if (held.from().text().startsWith(EntraRoles.PREFIX)) {
                    steps.accept(step(held));
                }
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
                List.of("take the role " + held.to().value() + " from "
                        + held.from().value()),
                List.of("make the role eligible instead of active, so that it must be activated with approval"));
    }
}
