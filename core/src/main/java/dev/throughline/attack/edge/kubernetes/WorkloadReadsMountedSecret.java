package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.Evidence;
import dev.throughline.model.RelationType;
import dev.throughline.model.SecretObject;
import dev.throughline.model.Workload;
import java.util.List;
import java.util.function.Consumer;

/** The secret lies in the file system or the environment of the container. */
final class WorkloadReadsMountedSecret implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1552.001");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        situation.graph().assets(Workload.class).forEach(workload -> {
            for (SecretObject secret :
                    situation.graph().targets(workload.key(), RelationType.MOUNTS, SecretObject.class)) {
                steps.accept(new AttackStep(
                        workload.key(),
                        name(),
                        secret.key(),
                        techniques(),
                        Likelihood.TRIVIAL.probability(),
                        Evidence.of(
                                "the secret is mounted, or handed over by the environment",
                                workload.key(),
                                secret.key()),
                        List.of("replace the secret " + secret.key().value() + " by a workload identity"),
                        List.of("let the credential expire soon")));
            }
        });
    }
}
