package dev.throughline.attack.edge.pipeline;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.DeploymentEnvironment;
import dev.throughline.model.Evidence;
import dev.throughline.model.Pipeline;
import dev.throughline.model.RelationType;
import java.util.List;
import java.util.function.Consumer;

/** A job of the pipeline names the environment, and gets what the environment holds once its protection lets it in. */
final class PipelineEntersEnvironment implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1677");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        situation.graph().assets(Pipeline.class).forEach(pipeline -> {
            for (DeploymentEnvironment environment :
                    situation.graph().targets(pipeline.key(), RelationType.DEPLOYS_TO, DeploymentEnvironment.class)) {
                steps.accept(step(pipeline, environment));
            }
        });
    }

    private AttackStep step(Pipeline pipeline, DeploymentEnvironment environment) {
        Long reviewers = environment.requiredReviewers();
        boolean restricted = Boolean.TRUE.equals(environment.protectedBranchesOnly());
        Likelihood likelihood = reviewers == null || (reviewers == 0 && restricted)
                ? Likelihood.MODERATE
                : reviewers == 0 ? Likelihood.TRIVIAL : Likelihood.HARD;
        String statement = reviewers == null
                ? "who must approve a deployment to the environment was not read"
                : reviewers > 0
                        ? "somebody must approve each deployment to the environment"
                        : restricted
                                ? "only protected branches deploy to the environment, without an approval"
                                : "any branch deploys to the environment, without an approval";
        String name = environment.key().value();
        return new AttackStep(
                pipeline.key(),
                name(),
                environment.key(),
                techniques(),
                likelihood.probability(),
                Evidence.of(statement, pipeline.key(), environment.key()),
                List.of(),
                List.of("require reviewers for " + name, "admit only protected branches to " + name));
    }
}
