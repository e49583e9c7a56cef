package dev.throughline.attack.edge.pipeline;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import dev.throughline.model.Pipeline;
import dev.throughline.model.PipelineJob;
import dev.throughline.model.RelationType;
import dev.throughline.model.Repository;
import dev.throughline.model.Visibility;
import java.util.List;
import java.util.function.Consumer;

/** A pull request of a fork runs a job on a machine of the organization that later jobs share. */
final class ForkReachesRunner implements AttackEdge {
    private static final List<String> FOR_FORKS = List.of("pull_request", "pull_request_target");

    @Override
    public List<String> techniques() {
        return List.of("T1677", "T1199");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        RunnerChoice runners = situation.prepared(RunnerChoice.class, RunnerChoice::new);
        situation.graph().assets(Repository.class).forEach(repository -> {
            if (repository.visibility() != Visibility.PUBLIC || Boolean.TRUE.equals(repository.archived())) {
                return;
            }
            for (Pipeline pipeline :
                    situation.graph().targets(repository.key(), RelationType.DEFINES, Pipeline.class)) {
                if (pipeline.triggers() != null && pipeline.triggers().stream().anyMatch(FOR_FORKS::contains)) {
                    for (PipelineJob job : PipelineJob.of(pipeline)) {
                        runners.forForks(repository, job)
                                .forEach(runner -> steps.accept(step(repository, pipeline, job, runner)));
                    }
                }
            }
        });
    }

    /** Unless all outsiders need an approval, who once had a small change merged needs none. */
    private AttackStep step(Repository repository, Pipeline pipeline, PipelineJob job, AssetKey runner) {
        boolean approved = "all_external_contributors".equals(repository.forkApproval()) || job.guarded();
        return new AttackStep(
                AssetKey.ANY_GITHUB_USER,
                name(),
                runner,
                techniques(),
                (approved ? Likelihood.HARD : Likelihood.MODERATE).probability(),
                Evidence.of(
                                "a pull request of a fork runs on a machine that is kept for later jobs",
                                AssetKey.ANY_GITHUB_USER,
                                repository.key(),
                                pipeline.key(),
                                runner)
                        .with("job", job.name())
                        .with("weakness", "self-hosted runner of a public repository"),
                List.of("run jobs of the public repository " + repository.key().value()
                        + " on machines of the platform, or on runners that serve one job only"),
                List.of("require an approval for the pull requests of all outsiders in "
                        + repository.key().value()));
    }
}
