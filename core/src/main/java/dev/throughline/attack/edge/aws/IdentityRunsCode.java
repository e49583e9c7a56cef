package dev.throughline.attack.edge.aws;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.edge.aws.Abuse.Category;
import java.util.List;
import java.util.function.Consumer;

/**
 * A principal may run code on a machine or in a function that there is, and so act as its role.
 */
final class IdentityRunsCode implements AttackEdge {
    @Override
    public List<String> techniques() {
        return AbuseTable.techniques(Category.RUN);
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        situation
                .prepared(Abuses.class, Abuses::new)
                .find(
                        Category.RUN,
                        (subject, row, gained, grants) -> steps.accept(
                                AbuseStep.of(name(), "it may run code there", subject, row, gained, grants)));
    }
}
