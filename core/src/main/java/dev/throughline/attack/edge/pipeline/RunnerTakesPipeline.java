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

/** Whoever holds a machine that is kept sees the code, the secrets and the token of each job that runs there next. */
final class RunnerTakesPipeline implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1552", "T1557");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        RunnerChoice runners = situation.prepared(RunnerChoice.class, RunnerChoice::new);
        situation.graph().assets(Repository.class).forEach(repository -> {
            for (Pipeline pipeline :
                    situation.graph().targets(repository.key(), RelationType.DEFINES, Pipeline.class)) {
                runners.of(repository, pipeline).forEach(runner -> steps.accept(step(runner, pipeline.key())));
            }
        });
    }

    private AttackStep step(AssetKey runner, AssetKey pipeline) {
        return new AttackStep(
                runner,
                name(),
                pipeline,
                techniques(),
                Likelihood.EASY.probability(),
                Evidence.of("jobs of the pipeline run on it", runner, pipeline),
                List.of("run " + pipeline.value() + " on runners of its own, which serve one job only"),
                List.of());
    }
}
