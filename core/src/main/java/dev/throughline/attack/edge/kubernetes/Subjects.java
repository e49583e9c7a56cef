package dev.throughline.attack.edge.kubernetes;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import java.util.List;

/** Users and groups that Kubernetes knows by name (Kubernetes, <em>Using RBAC Authorization</em>). */
final class Subjects {
    static final String NODES = "system:nodes";
    static final String MASTERS = "system:masters";

    private static final String AUTHENTICATED = "system:authenticated";
    private static final String UNAUTHENTICATED = "system:unauthenticated";
    private static final String ANONYMOUS = "system:anonymous";
    private static final String SERVICE_ACCOUNTS = "system:serviceaccounts";

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

    /** What ends that a binding names somebody. */
    static String unbind(AssetKey subject, AssetKey binding) {
        return "take " + ClusterObjects.name(subject) + " out of " + binding.value();
    }

    /** Those who do not sign in. */
    static List<AssetKey> anonymous(String cluster) {
        return List.of(group(cluster, UNAUTHENTICATED), user(cluster, ANONYMOUS));
    }

    static boolean isAnonymous(AssetKey subject) {
        return anonymous(ClusterObjects.cluster(subject)).contains(subject);
    }

    /** As whom the kubelet of a node signs in. */
    static List<AssetKey> ofKubelet(AssetKey node) {
        String cluster = ClusterObjects.cluster(node);
        return List.of(
                group(cluster, NODES),
                group(cluster, AUTHENTICATED),
                user(cluster, "system:node:" + ClusterObjects.name(node)));
    }

    /** The groups that a user, or every member of a group, is in because of its name. */
    static List<AssetKey> groupsOf(AssetKey subject) {
        String cluster = ClusterObjects.cluster(subject);
        String name = ClusterObjects.name(subject);
        if (name.equals(ANONYMOUS)) {
            return List.of(group(cluster, UNAUTHENTICATED));
        }
        if (isGroup(subject) && (name.equals(UNAUTHENTICATED) || name.equals(AUTHENTICATED))) {
            return List.of();
        }
        return isGroup(subject) && name.startsWith(SERVICE_ACCOUNTS + ":")
                ? List.of(group(cluster, SERVICE_ACCOUNTS), group(cluster, AUTHENTICATED))
                : List.of(group(cluster, AUTHENTICATED));
    }
}
