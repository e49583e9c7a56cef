package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.Evidence;
import dev.throughline.model.RelationType;
import dev.throughline.model.ServiceAccount;
import dev.throughline.model.Workload;
import java.util.List;
import java.util.function.Consumer;

/**
 * The token of the service account lies in the pod. It does unless the pod, or else the service account, says otherwise
 * (Kubernetes, <em>Configure Service Accounts for Pods</em>: the pod's word counts first; the default is yes).
 */
final class WorkloadTakesServiceAccountToken implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1528", "T1552.001");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        situation.graph().assets(Workload.class).forEach(workload -> {
            for (ServiceAccount account :
                    situation.graph().targets(workload.key(), RelationType.RUNS_AS, ServiceAccount.class)) {
                MountedToken token = MountedToken.of(workload, account);
                if (token.isMounted()) {
                    steps.accept(new AttackStep(
                            workload.key(),
                            name(),
                            account.key(),
                            techniques(),
                            Likelihood.TRIVIAL.probability(),
                            Evidence.of("the token of its service account is mounted", workload.key(), account.key())
                                    .with("automountServiceAccountToken", token.automount()),
                            List.of("set automountServiceAccountToken: false on "
                                    + workload.key().value()),
                            List.of()));
                }
            }
        });
    }
}
