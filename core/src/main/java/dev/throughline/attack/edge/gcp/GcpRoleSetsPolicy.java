package dev.throughline.attack.edge.gcp;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.Evidence;
import java.util.List;
import java.util.function.Consumer;

/**
 * The role lets its holder change the policy of the project, folder or organization it is bound at: it can give itself any role
 * there.
 */
final class GcpRoleSetsPolicy implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1098.003");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        GcpRole.of(situation.graph()).filter(GcpRole::setsPolicy).forEach(role -> steps.accept(step(role)));
    }

    private AttackStep step(GcpRole role) {
        return new AttackStep(
                role.key(),
                name(),
                role.scope(),
                techniques(),
                Likelihood.TRIVIAL.probability(),
                Evidence.of("the role lets its holder change the policy there", role.key(), role.scope())
                        .with("role", role.name()),
                List.of("bind a role that cannot set policies instead of " + role.name() + " at "
                        + role.scope().value()),
                List.of("limit by a condition which roles may be granted"));
    }
}
