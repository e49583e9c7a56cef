package dev.throughline.connector.kubernetes;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;

/**
 * Makes the keys of a cluster.
 *
 * @param cluster name of the cluster
 */
record Keys(String cluster) {
    AssetKey ofCluster() {
        return AssetKey.of(AssetKind.CLUSTER, cluster);
    }

    AssetKey namespace(String name) {
        return AssetKey.inCluster(AssetKind.NAMESPACE, cluster, name);
    }

    AssetKey node(String name) {
        return AssetKey.inCluster(AssetKind.NODE, cluster, name);
    }

    AssetKey of(AssetKind kind, ObjectName name) {
        return AssetKey.inNamespace(kind, cluster, name.namespace(), name.name());
    }

    /** What holds the objects of a namespace: the namespace, or the cluster for those that are in none. */
    AssetKey holder(String namespace) {
        return namespace.equals(ObjectName.CLUSTER_WIDE) ? ofCluster() : namespace(namespace);
    }

    AssetKey workload(WorkloadName name) {
        return AssetKey.workload(cluster, name.namespace(), name.kind(), name.name());
    }

    /** The key of a container of a workload, whose key is known. */
    static AssetKey container(AssetKey workload, String name) {
        return below(AssetKind.CONTAINER, workload, name);
    }

    /** The key of a volume of a workload, whose key is known. */
    static AssetKey volume(AssetKey workload, String name) {
        return below(AssetKind.VOLUME, workload, name);
    }

    /** A service account, or a user or group, whose names may hold anything. */
    AssetKey subject(BindingObject.Subject subject) {
        return subject.kind().equals(BindingObject.SERVICE_ACCOUNT)
                ? of(AssetKind.SERVICE_ACCOUNT, new ObjectName(subject.namespace(), subject.name()))
                : AssetKey.inCluster(AssetKind.KUBERNETES_SUBJECT, cluster, subject.kind() + "/" + subject.name());
    }

    private static AssetKey below(AssetKind kind, AssetKey workload, String name) {
        String text = workload.text();
        return new AssetKey(kind.prefix() + text.substring(text.indexOf(':')) + "/" + name);
    }
}
