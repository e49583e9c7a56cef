package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.attack.edge.kubernetes.Permissions.Permission;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Evidence;
import dev.throughline.model.ServiceAccount;
import java.util.List;
import java.util.function.Consumer;

/** A role lets the service account run commands in pods: create on pods/exec, or on nodes/proxy through the kubelet. */
final class ServiceAccountExecsIntoWorkload implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1609");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        situation.graph().assets(ServiceAccount.class).forEach(account -> {
            for (Permission permission : Permissions.of(situation.graph(), account)) {
                if (execs(permission)) {
                    for (AssetKey workload : permission.objects(situation.graph(), account.key(), AssetKind.WORKLOAD)) {
                        steps.accept(step(account, permission, workload));
                    }
                }
            }
        });
    }

    private static boolean execs(Permission permission) {
        return permission.rule().allowsAny("create", "", "pods/exec")
                || (permission.scope().equals("*") && permission.rule().allowsAny("create", "", "nodes/proxy"));
    }

    private AttackStep step(ServiceAccount account, Permission permission, AssetKey workload) {
        return new AttackStep(
                account.key(),
                name(),
                workload,
                techniques(),
                Likelihood.EASY.probability(),
                Evidence.of("a role lets it run commands in its pods", account.key(), permission.role(), workload)
                        .with("rule", permission.rule().toString())
                        .with("scope", permission.scope()),
                List.of("take pods/exec and nodes/proxy out of "
                        + permission.role().value()),
                List.of());
    }
}
