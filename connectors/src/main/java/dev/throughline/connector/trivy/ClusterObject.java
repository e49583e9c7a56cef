package dev.throughline.connector.trivy;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An object of a cluster as reports name it. The Kubernetes connector counts what a controller makes as that controller, so
 * a ReplicaSet with the hash of a template in its name is taken for its Deployment, and a Job with a time in it for its
 * CronJob.
 *
 * @param cluster name of the cluster
 * @param namespace its namespace; null or empty for what is in none
 * @param kind kind of the object
 * @param name its name
 */
record ClusterObject(String cluster, @Nullable String namespace, String kind, String name) {
    private static final Set<String> WORKLOADS = Set.of(
            "Pod", "ReplicationController", "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job", "CronJob");
    /** Kubernetes, <em>apimachinery: rand.SafeEncodeString</em>. */
    private static final Pattern OF_DEPLOYMENT = Pattern.compile("(.+)-[bcdfghjklmnpqrstvwxz2456789]{5,10}");

    private static final Pattern OF_CRON_JOB = Pattern.compile("(.+)-[0-9]{8,10}");

    ClusterObject {
        for (String part : new String[] {namespace == null ? "" : namespace, kind, name}) {
            if (part.contains("/") || part.contains("%")) {
                throw new IllegalArgumentException("the name is not one of a Kubernetes object");
            }
        }
    }

    /** What is neither a workload nor a node is a part of its cluster. */
    Scanned scanned() {
        if (kind.equals("Node")) {
            return Scanned.running(AssetKey.inCluster(AssetKind.NODE, cluster, name), null);
        }
        if (namespace == null || namespace.isEmpty() || !WORKLOADS.contains(kind)) {
            String place = kind + "/" + (namespace == null || namespace.isEmpty() ? "" : namespace + "/") + name;
            return Scanned.running(AssetKey.of(AssetKind.CLUSTER, cluster), place);
        }
        return Scanned.running(workload(namespace), null);
    }

    private AssetKey workload(String namespace) {
        Matcher deployment = OF_DEPLOYMENT.matcher(name);
        if (kind.equals("ReplicaSet") && deployment.matches()) {
            return AssetKey.workload(cluster, namespace, "Deployment", deployment.group(1));
        }
        Matcher cronJob = OF_CRON_JOB.matcher(name);
        return kind.equals("Job") && cronJob.matches()
                ? AssetKey.workload(cluster, namespace, "CronJob", cronJob.group(1))
                : AssetKey.workload(cluster, namespace, kind, name);
    }
}
