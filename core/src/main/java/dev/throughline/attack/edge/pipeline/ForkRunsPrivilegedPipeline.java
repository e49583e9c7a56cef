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
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline that outsiders start, and that has secrets and a token that writes, executes what came with the pull request of
 * a fork: it checks out its head, or takes artifacts of the run that built it.
 */
final class ForkRunsPrivilegedPipeline implements AttackEdge {
    private static final List<String> PRIVILEGED = List.of("pull_request_target", "workflow_run", "issue_comment");

    @Override
    public List<String> techniques() {
        return List.of("T1677", "T1195.002");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        situation.graph().assets(Repository.class).forEach(repository -> {
            boolean open = repository.visibility() == Visibility.PUBLIC;
            boolean readersFork = !open && Boolean.TRUE.equals(repository.forkingAllowed());
            if (Boolean.TRUE.equals(repository.archived()) || !(open || readersFork)) {
                return;
            }
            for (Pipeline pipeline :
                    situation.graph().targets(repository.key(), RelationType.DEFINES, Pipeline.class)) {
                PipelineJob job = poisoned(pipeline);
                if (job != null && open) {
                    steps.accept(step(AssetKey.ANY_GITHUB_USER, repository, pipeline, job));
                } else if (job != null) {
                    Member.of(situation.graph(), repository.key())
                            .forEach(reader -> steps.accept(step(reader.key(), repository, pipeline, job)));
                }
            }
        });
    }

    /** The least guarded job that executes the fork's code. */
    private static @Nullable PipelineJob poisoned(Pipeline pipeline) {
        if (pipeline.triggers() == null
                || pipeline.triggers().stream().noneMatch(PRIVILEGED::contains)
                || !(pipeline.state() == null || pipeline.state().equals("active"))) {
            return null;
        }
        return PipelineJob.of(pipeline).stream()
                .filter(job -> job.untrusted().contains(PipelineJob.HEAD)
                        || job.untrusted().contains(PipelineJob.ARTIFACT))
                .min(Comparator.comparing(PipelineJob::guarded))
                .orElse(null);
    }

    private AttackStep step(AssetKey outsider, Repository repository, Pipeline pipeline, PipelineJob job) {
        String path = pipeline.key().value();
        return new AttackStep(
                outsider,
                name(),
                pipeline.key(),
                techniques(),
                (job.guarded() ? Likelihood.HARD : Likelihood.EASY).probability(),
                Evidence.of(
                                "a job that has the secrets of the repository executes code of a fork",
                                outsider,
                                repository.key(),
                                pipeline.key())
                        .with("job", job.name())
                        .with("triggers", String.join(", ", Objects.requireNonNullElse(pipeline.triggers(), List.of())))
                        .with(
                                "weakness",
                                "privileged pipeline for forks in "
                                        + repository.key().value()),
                List.of("do not execute code of pull requests in " + path + ": use pull_request, without secrets"),
                List.of("let an environment with required reviewers guard job " + job.name() + " of " + path));
    }
}
