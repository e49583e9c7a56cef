package dev.throughline.attack.edge.pipeline;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Fix;
import dev.throughline.attack.Likelihood;
import dev.throughline.attack.edge.pipeline.BranchGates.Passage;
import dev.throughline.model.Branch;
import dev.throughline.model.Evidence;
import dev.throughline.model.RelationType;
import dev.throughline.model.Repository;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** A member passes both gates of a branch alone: no review is needed of them, and they may push. */
final class MemberWritesBranch implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1078");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        situation.graph().assets(Repository.class).forEach(repository -> {
            List<Branch> branches = situation.graph().targets(repository.key(), RelationType.CONTAINS, Branch.class);
            if (branches.isEmpty() || Boolean.TRUE.equals(repository.archived())) {
                return;
            }
            for (Member member : Member.of(situation.graph(), repository.key())) {
                for (Branch branch : branches) {
                    Passage passage = new BranchGates(branch).write(member);
                    if (passage != Passage.CLOSED) {
                        steps.accept(step(member, branch, repository, passage));
                    }
                }
            }
        });
    }

    private AttackStep step(Member member, Branch branch, Repository repository, Passage passage) {
        boolean open = passage == Passage.OPEN;
        return new AttackStep(
                member.key(),
                name(),
                branch.key(),
                techniques(),
                (open ? Likelihood.TRIVIAL : Likelihood.MODERATE).probability(),
                Evidence.of(
                                open
                                        ? "the member may write to the branch without a review"
                                        : "not all of what protects the branch was read",
                                member.key(),
                                repository.key(),
                                branch.key())
                        .with("role", member.role().name().toLowerCase(Locale.ROOT)),
                List.of(new Fix.Protect(branch.key()).remedy()),
                List.of("give " + member.key().value() + " a role that only reads"));
    }
}
