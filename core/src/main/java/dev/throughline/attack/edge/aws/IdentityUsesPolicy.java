package dev.throughline.attack.edge.aws;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import java.util.List;
import java.util.function.Consumer;

/**
 * A user, role or group holds a policy, and neither a boundary nor a deny of its own limits it: it may do what the policy
 * allows. What that is is derived once for the policy.
 */
final class IdentityUsesPolicy implements AttackEdge {
    /** There is nothing to overcome: whoever is the principal has the policy. */
    private static final double CERTAIN = 1;

    @Override
    public List<String> techniques() {
        return List.of("T1078.004");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        Subjects subjects = situation.prepared(Abuses.class, Abuses::new).subjects();
        for (Subject subject : subjects.all()) {
            if (subject.isPrincipal() && !subject.isAdministrator()) {
                for (AssetKey policy : subject.policies()) {
                    if (subjects.uses(subject, policy)) {
                        steps.accept(step(subject.key(), policy));
                    }
                }
            }
        }
    }

    private AttackStep step(AssetKey principal, AssetKey policy) {
        return new AttackStep(
                principal,
                name(),
                policy,
                techniques(),
                CERTAIN,
                Evidence.of("it holds the policy", principal, policy),
                List.of("take " + policy.value() + " from " + principal.value()),
                List.of("set a permission boundary for " + principal.value()));
    }
}
