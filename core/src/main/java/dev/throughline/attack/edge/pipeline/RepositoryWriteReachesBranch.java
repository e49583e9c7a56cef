package dev.throughline.attack.edge.pipeline;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Fix;
import dev.throughline.attack.Likelihood;
import dev.throughline.attack.edge.pipeline.BranchGates.Passage;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Branch;
import dev.throughline.model.Evidence;
import dev.throughline.model.RelationType;
import dev.throughline.model.Repository;
import java.util.List;
import java.util.function.Consumer;

/** Whoever may write to a repository, by whatever credential, may write to a branch whose gates stand open to all of them. */
final class RepositoryWriteReachesBranch implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1677");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        situation.graph().assets(Repository.class).forEach(repository -> {
            if (Boolean.TRUE.equals(repository.archived())) {
                return;
            }
            for (Branch branch : situation.graph().targets(repository.key(), RelationType.CONTAINS, Branch.class)) {
                Passage passage = BranchGates.writer(branch);
                if (passage != Passage.CLOSED) {
                    steps.accept(step(repository.key(), branch.key(), passage));
                }
            }
        });
    }

    private AttackStep step(AssetKey repository, AssetKey branch, Passage passage) {
        boolean open = passage == Passage.OPEN;
        return new AttackStep(
                repository,
                name(),
                branch,
                techniques(),
                (open ? Likelihood.EASY : Likelihood.MODERATE).probability(),
                Evidence.of(
                        open
                                ? "nobody needs to review what is written to the branch"
                                : "what protects the branch was not read",
                        repository,
                        branch),
                List.of(new Fix.Protect(branch).remedy()),
                List.of());
    }
}
