package dev.throughline.attack.edge.pipeline;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.Evidence;
import dev.throughline.model.Pipeline;
import dev.throughline.model.PipelineSecret;
import dev.throughline.model.RelationType;
import java.util.List;
import java.util.function.Consumer;

/** A pipeline is handed the secret; whoever changes the pipeline can have it printed. */
final class PipelineReadsSecret implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1552");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        situation.graph().assets(Pipeline.class).forEach(pipeline -> {
            for (PipelineSecret secret :
                    situation.graph().targets(pipeline.key(), RelationType.USES_SECRET, PipelineSecret.class)) {
                steps.accept(new AttackStep(
                        pipeline.key(),
                        name(),
                        secret.key(),
                        techniques(),
                        Likelihood.TRIVIAL.probability(),
                        Evidence.of("the pipeline is handed the secret", pipeline.key(), secret.key()),
                        List.of("replace the secret " + secret.key().value() + " by OpenID Connect"),
                        List.of("hand it only to an environment with required reviewers")));
            }
        });
    }
}
