package dev.throughline.attack.edge.pipeline;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Evidence;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.Team;
import java.util.List;
import java.util.function.Consumer;

/** Whoever belongs to a team may do what the team may; a team may do what the one above it may. */
final class MemberActsForTeam implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1078");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        situation.graph().assets(Team.class).forEach(team -> {
            for (Relation member : situation.graph().incoming(team.key(), RelationType.MEMBER_OF)) {
                if (member.from().mayBe(AssetKind.DEVELOPER) || member.from().mayBe(AssetKind.TEAM)) {
                    steps.accept(step(member));
                }
            }
        });
    }

    private AttackStep step(Relation member) {
        return new AttackStep(
                member.from(),
                name(),
                member.to(),
                techniques(),
                Likelihood.TRIVIAL.probability(),
                Evidence.of("it belongs to the team", member.from(), member.to()),
                List.of("take " + member.from().value() + " out of "
                        + member.to().value()),
                List.of());
    }
}
