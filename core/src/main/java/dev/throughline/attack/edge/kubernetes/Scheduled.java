package dev.throughline.attack.edge.kubernetes;

import dev.throughline.model.AssetKey;
import dev.throughline.model.Pod;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.Workload;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which workloads have pods on which nodes. */
final class Scheduled {
    private Scheduled() {}

    /** The workloads with a pod on a node, each once. */
    static List<Workload> on(RiskGraph graph, AssetKey node) {
        Map<AssetKey, Workload> workloads = new TreeMap<>();
        for (Pod pod : graph.sources(node, RelationType.SCHEDULED_ON, Pod.class)) {
            graph.sources(pod.key(), RelationType.CONTAINS, Workload.class)
                    .forEach(workload -> workloads.put(workload.key(), workload));
        }
        return List.copyOf(workloads.values());
    }

    /** The nodes that pods of a workload run on. */
    static Set<AssetKey> nodesOf(RiskGraph graph, AssetKey workload) {
        Set<AssetKey> nodes = new TreeSet<>();
        for (Pod pod : graph.targets(workload, RelationType.CONTAINS, Pod.class)) {
            graph.outgoing(pod.key(), RelationType.SCHEDULED_ON).forEach(runs -> nodes.add(runs.to()));
        }
        return nodes;
    }
}
