package dev.throughline.attack.edge.gcp;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import dev.throughline.model.IdentityGroup;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.List;
import java.util.function.Consumer;

/** A member of a Google group has all roles that policies bind to the group. */
final class GcpMemberActsForGroup implements AttackEdge {
    private static final String GROUP = "cloud:group:";

    @Override
    public List<String> techniques() {
        return List.of("T1078.004");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        situation.graph().assets(IdentityGroup.class).forEach(group -> {
            if (group.key().text().startsWith(GROUP)) {
                for (Relation member : situation.graph().incoming(group.key(), RelationType.MEMBER_OF)) {
                    steps.accept(step(member.from(), group.key()));
                }
            }
        });
    }

    private AttackStep step(AssetKey member, AssetKey group) {
        return new AttackStep(
                member,
                name(),
                group,
                techniques(),
                Likelihood.TRIVIAL.probability(),
                Evidence.of("it is a member of the group", member, group),
                List.of("take " + member.value() + " out of " + group.value()),
                List.of("let membership expire"));
    }
}
