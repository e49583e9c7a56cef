package dev.throughline.attack.edge.pipeline;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import dev.throughline.model.Pipeline;
import dev.throughline.model.RelationType;
import dev.throughline.model.Repository;
import java.util.List;
import java.util.function.Consumer;

/** A job runs on a machine that is kept, and can leave something there for the jobs after it. */
final class PipelineReachesRunner implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1543", "T1677");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        RunnerChoice runners = situation.prepared(RunnerChoice.class, RunnerChoice::new);
        situation.graph().assets(Repository.class).forEach(repository -> {
            for (Pipeline pipeline :
                    situation.graph().targets(repository.key(), RelationType.DEFINES, Pipeline.class)) {
                runners.of(repository, pipeline).forEach(runner -> steps.accept(step(pipeline.key(), runner)));
            }
        });
    }

    private AttackStep step(AssetKey pipeline, AssetKey runner) {
        return new AttackStep(
                pipeline,
                name(),
                runner,
                techniques(),
                Likelihood.EASY.probability(),
                Evidence.of("a job of the pipeline runs on it, and it is kept after the job", pipeline, runner),
                List.of("let runners of " + runner.value() + " serve one job only"),
                List.of("run jobs without the rights of an administrator on " + runner.value()));
    }
}
