package dev.throughline.attack.edge.pipeline;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Branch;
import dev.throughline.model.Evidence;
import dev.throughline.model.Pipeline;
import dev.throughline.model.RelationType;
import dev.throughline.model.Repository;
import java.util.List;
import java.util.function.Consumer;

/** Whoever writes to a branch writes the pipelines that are read from it, and whatever starts them. */
final class BranchWriteRunsPipeline implements AttackEdge {
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
            List<Branch> branches = situation.graph().targets(repository.key(), RelationType.CONTAINS, Branch.class);
            for (Pipeline pipeline :
                    situation.graph().targets(repository.key(), RelationType.DEFINES, Pipeline.class)) {
                if (pipeline.state() == null || pipeline.state().equals("active")) {
                    branches.forEach(branch -> steps.accept(step(branch.key(), pipeline.key())));
                }
            }
        });
    }

    private AttackStep step(AssetKey branch, AssetKey pipeline) {
        return new AttackStep(
                branch,
                name(),
                pipeline,
                techniques(),
                Likelihood.TRIVIAL.probability(),
                Evidence.of("what is written to the branch is what the pipeline does", branch, pipeline),
                List.of(),
                List.of("keep secrets and identities of " + pipeline.value()
                        + " in environments with required reviewers"));
    }
}
