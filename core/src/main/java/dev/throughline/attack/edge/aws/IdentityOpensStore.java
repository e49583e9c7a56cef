package dev.throughline.attack.edge.aws;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.edge.aws.Abuse.Category;
import java.util.List;
import java.util.function.Consumer;

/**
 * A principal may read a store of data or secrets, or give itself the right to.
 */
final class IdentityOpensStore implements AttackEdge {
    @Override
    public List<String> techniques() {
        return AbuseTable.techniques(Category.DATA);
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        situation
                .prepared(Abuses.class, Abuses::new)
                .find(
                        Category.DATA,
                        (subject, row, gained, grants) -> steps.accept(
                                AbuseStep.of(name(), "it may read what is in there", subject, row, gained, grants)));
    }
}
