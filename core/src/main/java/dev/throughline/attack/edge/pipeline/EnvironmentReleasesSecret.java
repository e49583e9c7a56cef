package dev.throughline.attack.edge.pipeline;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.DeploymentEnvironment;
import dev.throughline.model.Evidence;
import dev.throughline.model.PipelineSecret;
import dev.throughline.model.RelationType;
import java.util.List;
import java.util.function.Consumer;

/** A job that was let into an environment is handed its secrets. */
final class EnvironmentReleasesSecret implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1552");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        situation.graph().assets(DeploymentEnvironment.class).forEach(environment -> {
            for (PipelineSecret secret :
                    situation.graph().targets(environment.key(), RelationType.CONTAINS, PipelineSecret.class)) {
                steps.accept(new AttackStep(
                        environment.key(),
                        name(),
                        secret.key(),
                        techniques(),
                        Likelihood.TRIVIAL.probability(),
                        Evidence.of("jobs in the environment are handed the secret", environment.key(), secret.key()),
                        List.of("replace the secret " + secret.key().value() + " by OpenID Connect"),
                        List.of()));
            }
        });
    }
}
