package dev.throughline.attack.edge.kubernetes;

import dev.throughline.model.AssetKey;
import dev.throughline.model.Node;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.VirtualMachine;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The cloud identities of nodes: those of the machine that the provider id of the node names, and those told of the node
 * itself.
 */
final class NodeIdentities {
    private final RiskGraph graph;
    private final Map<String, AssetKey> machines = new HashMap<>();

    private NodeIdentities(RiskGraph graph) {
        this.graph = graph;
        graph.assets(VirtualMachine.class)
                .forEach(machine -> machines.put(local(machine.key().value()), machine.key()));
    }

    static NodeIdentities of(RiskGraph graph) {
        return new NodeIdentities(graph);
    }

    /** The identities of a node. */
    List<AssetKey> of(AssetKey node) {
        Set<AssetKey> identities = new TreeSet<>();
        graph.outgoing(node, RelationType.RUNS_AS).forEach(runs -> identities.add(runs.to()));
        machine(node)
                .ifPresent(machine ->
                        graph.outgoing(machine.key(), RelationType.RUNS_AS).forEach(runs -> identities.add(runs.to())));
        return List.copyOf(identities);
    }

    /** The machine of a node. */
    Optional<VirtualMachine> machine(AssetKey node) {
        return graph.find(node, Node.class)
                .map(Node::providerId)
                .map(NodeIdentities::local)
                .map(id -> machines.get(machines.containsKey(id) ? id : scaleSet(id)))
                .flatMap(key -> graph.find(key, VirtualMachine.class));
    }

    /** The scale set of Azure that a machine is in; clouds describe such a machine only by its set. */
    private static String scaleSet(String local) {
        int instance = local.indexOf("/virtualmachines/");
        return local.contains("/virtualmachinescalesets/") && instance >= 0 ? local.substring(0, instance) : local;
    }

    /**
     * What the id of a machine at its cloud and the provider id of its node have in common: the instance id of AWS, the path
     * of Azure and, written as by the API, that of Google Cloud.
     */
    private static String local(String id) {
        String lower = id.toLowerCase(Locale.ROOT);
        if (lower.startsWith("gce://")) {
            String[] parts = lower.substring("gce://".length()).split("/", -1);
            return parts.length == 3 ? "projects/" + parts[0] + "/zones/" + parts[1] + "/instances/" + parts[2] : lower;
        }
        for (String start : List.of("projects/", "/subscriptions/")) {
            int at = lower.indexOf(start);
            if (at >= 0) {
                return lower.substring(at);
            }
        }
        return lower.substring(lower.lastIndexOf('/') + 1);
    }
}
