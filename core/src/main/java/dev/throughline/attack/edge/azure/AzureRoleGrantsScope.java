package dev.throughline.attack.edge.azure;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.Evidence;
import java.util.List;
import java.util.function.Consumer;

/**
 * The role lets its holder assign roles: Owner, User Access Administrator, Role Based Access Control Administrator, and custom
 * roles. Whoever may assign any role at a scope has all of the scope.
 */
final class AzureRoleGrantsScope implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1098.003");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        AzureDenials denials = new AzureDenials(situation.graph());
        AzureRole.of(situation.graph())
                .filter(denials::leaveGranting)
                .forEach(role -> steps.accept(step(role, denials.mayDenyGranting(role))));
    }

    private AttackStep step(AzureRole role, boolean mayBeDenied) {
        return new AttackStep(
                role.key(),
                name(),
                role.scope(),
                techniques(),
                (mayBeDenied ? Likelihood.TRIVIAL.lowered() : Likelihood.TRIVIAL).probability(),
                Evidence.of(
                                "the role lets its holder assign any role there"
                                        + (mayBeDenied ? ", unless the condition of a deny assignment holds" : ""),
                                role.key(),
                                role.scope())
                        .with("role", role.name()),
                List.of("assign a role that cannot assign roles instead of " + role.name() + " at "
                        + role.scope().value()),
                List.of("limit by a condition which roles may be assigned"));
    }
}
