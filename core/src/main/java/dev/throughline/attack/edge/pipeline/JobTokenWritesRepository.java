package dev.throughline.attack.edge.pipeline;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.Evidence;
import dev.throughline.model.Pipeline;
import dev.throughline.model.PipelineJob;
import dev.throughline.model.RelationType;
import dev.throughline.model.Repository;
import java.util.List;
import java.util.function.Consumer;

/** The token that the platform gives a job may write to the repository. */
final class JobTokenWritesRepository implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1528", "T1677");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        situation.graph().assets(Repository.class).forEach(repository -> {
            if (Boolean.TRUE.equals(repository.archived())) {
                return;
            }
            for (Pipeline pipeline :
                    situation.graph().targets(repository.key(), RelationType.DEFINES, Pipeline.class)) {
                PipelineJob.of(pipeline).stream()
                        .filter(job -> Boolean.TRUE.equals(job.writesContents()))
                        .findFirst()
                        .ifPresent(job -> steps.accept(step(pipeline, job, repository)));
            }
        });
    }

    private AttackStep step(Pipeline pipeline, PipelineJob job, Repository repository) {
        return new AttackStep(
                pipeline.key(),
                name(),
                repository.key(),
                techniques(),
                Likelihood.EASY.probability(),
                Evidence.of("a job has a token that writes to the repository", pipeline.key(), repository.key())
                        .with("job", job.name()),
                List.of("give job " + job.name() + " of " + pipeline.key().value() + " the permission contents: read"),
                List.of("require reviews on the branches of " + repository.key().value()));
    }
}
