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

/** A role lets the service account create pods, or what creates pods; such a pod may run as any service account beside it. */
final class ServiceAccountRunsPodAs implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1610");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        situation.graph().assets(ServiceAccount.class).forEach(account -> {
            for (Permission permission : Permissions.of(situation.graph(), account)) {
                if (createsPods(permission)) {
                    for (AssetKey other :
                            permission.objects(situation.graph(), account.key(), AssetKind.SERVICE_ACCOUNT)) {
                        steps.accept(step(account, permission, other));
                    }
                }
            }
        });
    }

    private static boolean createsPods(Permission permission) {
        return permission.rule().allowsAny("create", "", "pods")
                || List.of("deployments", "daemonsets", "statefulsets", "replicasets").stream()
                        .anyMatch(resource -> permission.rule().allowsAny("create", "apps", resource))
                || List.of("jobs", "cronjobs").stream()
                        .anyMatch(resource -> permission.rule().allowsAny("create", "batch", resource));
    }

    private AttackStep step(ServiceAccount account, Permission permission, AssetKey other) {
        return new AttackStep(
                account.key(),
                name(),
                other,
                techniques(),
                Likelihood.EASY.probability(),
                Evidence.of("a role lets it run a pod as this service account", account.key(), permission.role(), other)
                        .with("rule", permission.rule().toString())
                        .with("scope", permission.scope()),
                List.of("take the creation of pods and their controllers out of "
                        + permission.role().value()),
                List.of("keep powerful service accounts in namespaces of their own"));
    }
}
