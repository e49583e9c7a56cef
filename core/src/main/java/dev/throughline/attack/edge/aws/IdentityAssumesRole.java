package dev.throughline.attack.edge.aws;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.edge.aws.Abuse.Category;
import java.util.List;
import java.util.function.Consumer;

/**
 * A principal may become a role: the role trusts it, and its own policies allow it where the trust leaves that to its account.
 */
final class IdentityAssumesRole implements AttackEdge {
    @Override
    public List<String> techniques() {
        return AbuseTable.techniques(Category.ASSUME);
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        situation
                .prepared(Abuses.class, Abuses::new)
                .find(
                        Category.ASSUME,
                        (subject, row, gained, grants) -> steps.accept(
                                AbuseStep.of(name(), "it may become the role", subject, row, gained, grants)));
    }
}
