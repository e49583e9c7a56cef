package dev.throughline.attack.edge.pipeline;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.attack.edge.pipeline.BranchGates.Passage;
import dev.throughline.model.Branch;
import dev.throughline.model.Evidence;
import dev.throughline.model.RelationType;
import dev.throughline.model.Repository;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** A member may push a branch of a new name, and no rule for all names stands against it. */
final class MemberCreatesBranch implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1078");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        situation.graph().assets(Repository.class).forEach(repository -> {
            if (Boolean.TRUE.equals(repository.archived())) {
                return;
            }
            List<Branch> branches = situation.graph().targets(repository.key(), RelationType.CONTAINS, Branch.class);
            for (Member member : Member.of(situation.graph(), repository.key())) {
                Passage passage = BranchGates.create(member, branches);
                if (passage != Passage.CLOSED) {
                    steps.accept(step(member, repository, passage));
                }
            }
        });
    }

    private AttackStep step(Member member, Repository repository, Passage passage) {
        boolean open = passage == Passage.OPEN;
        return new AttackStep(
                member.key(),
                name(),
                repository.key(),
                techniques(),
                (open ? Likelihood.TRIVIAL : Likelihood.MODERATE).probability(),
                Evidence.of(
                                open
                                        ? "the member may create a branch and put any code on it"
                                        : "who may create branches was not read",
                                member.key(),
                                repository.key())
                        .with("role", member.role().name().toLowerCase(Locale.ROOT)),
                List.of("give " + member.key().value() + " a role that only reads in "
                        + repository.key().value()),
                List.of("let a rule for all names restrict who creates branches in "
                        + repository.key().value()));
    }
}
