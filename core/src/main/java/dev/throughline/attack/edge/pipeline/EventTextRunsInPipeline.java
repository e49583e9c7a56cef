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

/**
 * A script contains an expression that the platform replaces by what an outsider wrote, such as the title of an issue, before
 * the shell reads it.
 */
final class EventTextRunsInPipeline implements AttackEdge {
    private static final List<String> STARTED_BY_OUTSIDERS = List.of(
            "issues", "issue_comment", "discussion", "discussion_comment", "pull_request_target", "workflow_run");

    @Override
    public List<String> techniques() {
        return List.of("T1677", "T1059");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        situation.graph().assets(Repository.class).forEach(repository -> {
            if (repository.visibility() != Visibility.PUBLIC || Boolean.TRUE.equals(repository.archived())) {
                return;
            }
            for (Pipeline pipeline :
                    situation.graph().targets(repository.key(), RelationType.DEFINES, Pipeline.class)) {
                if (startedByOutsiders(pipeline)) {
                    PipelineJob.of(pipeline)
                            .forEach(job -> job.untrusted().stream()
                                    .filter(text -> text.startsWith("github."))
                                    .findFirst()
                                    .ifPresent(text -> steps.accept(step(repository, pipeline, job, text))));
                }
            }
        });
    }

    private static boolean startedByOutsiders(Pipeline pipeline) {
        return (pipeline.state() == null || pipeline.state().equals("active"))
                && pipeline.triggers() != null
                && pipeline.triggers().stream().anyMatch(STARTED_BY_OUTSIDERS::contains);
    }

    private AttackStep step(Repository repository, Pipeline pipeline, PipelineJob job, String text) {
        return new AttackStep(
                AssetKey.ANY_GITHUB_USER,
                name(),
                pipeline.key(),
                techniques(),
                (job.guarded() ? Likelihood.HARD : Likelihood.EASY).probability(),
                Evidence.of(
                                "a script of a job contains what an outsider wrote",
                                AssetKey.ANY_GITHUB_USER,
                                repository.key(),
                                pipeline.key())
                        .with("job", job.name())
                        .with("expression", text)
                        .with(
                                "weakness",
                                "script injection in " + repository.key().value()),
                List.of("hand " + text + " to the script of " + pipeline.key().value() + " by an environment variable"),
                List.of("give the job token of " + pipeline.key().value() + " only the permissions it needs"));
    }
}
