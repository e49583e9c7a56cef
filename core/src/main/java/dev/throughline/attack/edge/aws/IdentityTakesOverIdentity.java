package dev.throughline.attack.edge.aws;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.edge.aws.Abuse.Category;
import java.util.List;
import java.util.function.Consumer;

/**
 * A principal may make credentials for another user, join a group, or make a role trust it.
 */
final class IdentityTakesOverIdentity implements AttackEdge {
    @Override
    public List<String> techniques() {
        return AbuseTable.techniques(Category.TAKEOVER);
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        situation
                .prepared(Abuses.class, Abuses::new)
                .find(
                        Category.TAKEOVER,
                        (subject, row, gained, grants) -> steps.accept(
                                AbuseStep.of(name(), "it may act as the other", subject, row, gained, grants)));
    }
}
