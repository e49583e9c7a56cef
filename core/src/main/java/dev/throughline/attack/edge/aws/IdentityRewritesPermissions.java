package dev.throughline.attack.edge.aws;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.edge.aws.Abuse.Category;
import java.util.List;
import java.util.function.Consumer;

/**
 * A principal may change its own policies, those of its groups, or those of a role it can become, and so may do anything in its
 * account.
 */
final class IdentityRewritesPermissions implements AttackEdge {
    @Override
    public List<String> techniques() {
        return AbuseTable.techniques(Category.SELF);
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        situation
                .prepared(Abuses.class, Abuses::new)
                .find(
                        Category.SELF,
                        (subject, row, gained, grants) -> steps.accept(AbuseStep.of(
                                name(), "it may give itself any permission", subject, row, gained, grants)));
    }
}
