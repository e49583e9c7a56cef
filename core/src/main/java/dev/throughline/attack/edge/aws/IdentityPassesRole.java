package dev.throughline.attack.edge.aws;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.edge.aws.Abuse.Category;
import java.util.List;
import java.util.function.Consumer;

/**
 * A principal may hand a role to something new that runs its code: an instance, a function, a container, a stack.
 */
final class IdentityPassesRole implements AttackEdge {
    @Override
    public List<String> techniques() {
        return AbuseTable.techniques(Category.PASS);
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        situation
                .prepared(Abuses.class, Abuses::new)
                .find(
                        Category.PASS,
                        (subject, row, gained, grants) -> steps.accept(
                                AbuseStep.of(name(), "it may run code as the role", subject, row, gained, grants)));
    }
}
