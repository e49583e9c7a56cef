package dev.throughline.mapping.link;

import dev.throughline.model.AssetKey;
import java.util.Locale;

/**
 * Where a workload is. Records name clusters as people do, so the case of a cluster's name does not count.
 *
 * @param cluster name of the cluster, in lower case
 * @param namespace its namespace
 * @param name its name
 */
record WorkloadPlace(String cluster, String namespace, String name) {
    /** Reads {@code workload:cluster/namespace/type/name}, in which only the cluster may hold a slash. */
    static WorkloadPlace of(AssetKey workload) {
        String path = workload.value();
        int name = path.lastIndexOf('/');
        int type = path.lastIndexOf('/', name - 1);
        int namespace = path.lastIndexOf('/', type - 1);
        return new WorkloadPlace(
                path.substring(0, Math.max(0, namespace)).toLowerCase(Locale.ROOT),
                path.substring(namespace + 1, Math.max(namespace + 1, type)),
                path.substring(name + 1));
    }
}
