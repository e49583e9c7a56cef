package dev.throughline.attack.edge.kubernetes;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;

/** Users and groups that Kubernetes knows by name (Kubernetes, <em>Using RBAC Authorization</em>). */
final class Subjects {
    static final String NODES = "system:nodes";
    static final String MASTERS = "system:masters";
    static final String AUTHENTICATED = "system:authenticated";

    private Subjects() {}

    static AssetKey group(String cluster, String name) {
        return AssetKey.inCluster(AssetKind.KUBERNETES_SUBJECT, cluster, "Group/" + name);
    }

    static AssetKey user(String cluster, String name) {
        return AssetKey.inCluster(AssetKind.KUBERNETES_SUBJECT, cluster, "User/" + name);
    }

    static boolean isGroup(AssetKey subject) {
        return subject.value().contains("/Group/");
    }
}
