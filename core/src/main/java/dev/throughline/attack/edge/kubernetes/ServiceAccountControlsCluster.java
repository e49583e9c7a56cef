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

/**
 * A role lets the service account do anything anywhere in its cluster, or give itself any role: bind or escalate on cluster
 * roles. Leads to the cluster, and from there nowhere further, since everything in it is already its own.
 */
final class ServiceAccountControlsCluster implements AttackEdge {
    private static final String RBAC = "rbac.authorization.k8s.io";

    @Override
    public List<String> techniques() {
        return List.of("T1078.001", "T1098.006");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        situation
                .graph()
                .assets(ServiceAccount.class)
                .forEach(account -> Permissions.of(situation.graph(), account).stream()
                        .filter(ServiceAccountControlsCluster::controls)
                        .findFirst()
                        .ifPresent(permission -> steps.accept(step(account, permission))));
    }

    private static boolean controls(Permission permission) {
        return permission.scope().equals("*")
                && (permission.rule().allowsAny("*", "*", "*")
                        || permission.rule().allowsAny("bind", RBAC, "clusterroles")
                        || permission.rule().allowsAny("escalate", RBAC, "clusterroles"));
    }

    private AttackStep step(ServiceAccount account, Permission permission) {
        AssetKey cluster = AssetKey.of(AssetKind.CLUSTER, Permissions.cluster(account.key()));
        return new AttackStep(
                account.key(),
                name(),
                cluster,
                techniques(),
                Likelihood.TRIVIAL.probability(),
                Evidence.of(
                                "a role makes it an administrator of the cluster",
                                account.key(),
                                permission.role(),
                                cluster)
                        .with("rule", permission.rule().toString()),
                List.of("give " + account.key().value() + " only the permissions it uses, instead of "
                        + permission.role().value()),
                List.of());
    }
}
