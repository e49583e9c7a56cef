package dev.throughline.attack.edge.pipeline;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.Evidence;
import dev.throughline.model.Organization;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.List;
import java.util.function.Consumer;

/** An owner of an organization may do anything in it. */
final class OwnerControlsOrganization implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1078");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        situation.graph().assets(Organization.class).forEach(organization -> {
            for (Relation held : situation.graph().incoming(organization.key(), RelationType.HAS_ROLE)) {
                if (Role.named(held.properties().get("role"))
                        .filter(Role.ADMIN::equals)
                        .isPresent()) {
                    steps.accept(step(held));
                }
            }
        });
    }

    private AttackStep step(Relation held) {
        return new AttackStep(
                held.from(),
                name(),
                held.to(),
                techniques(),
                Likelihood.TRIVIAL.probability(),
                Evidence.of("it owns the organization", held.from(), held.to()),
                List.of("make " + held.from().value() + " a plain member of "
                        + held.to().value()),
                List.of());
    }
}
