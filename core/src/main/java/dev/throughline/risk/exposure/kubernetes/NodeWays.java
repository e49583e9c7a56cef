package dev.throughline.risk.exposure.kubernetes;

import dev.throughline.model.AssetKey;
import dev.throughline.model.Container;
import dev.throughline.model.Node;
import dev.throughline.model.Pod;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.Workload;
import dev.throughline.risk.exposure.Addresses;
import dev.throughline.risk.exposure.Way;
import dev.throughline.risk.exposure.Way.Width;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Ways through a port that a pod opens on its node: {@code hostPort}, or {@code hostNetwork} with a container port. */
final class NodeWays {
    private final RiskGraph graph;

    NodeWays(RiskGraph graph) {
        this.graph = graph;
    }

    List<Way> to(Workload workload) {
        Set<String> ports = openPorts(workload);
        boolean undeclared = ports.isEmpty() && Boolean.TRUE.equals(workload.hostNetwork());
        if (ports.isEmpty() && !undeclared) {
            return List.of();
        }
        List<Node> nodes = graph.targets(workload.key(), RelationType.CONTAINS, Pod.class).stream()
                .flatMap(pod -> graph.targets(pod.key(), RelationType.SCHEDULED_ON, Node.class).stream())
                .distinct()
                .toList();
        if (nodes.isEmpty() || nodes.stream().anyMatch(node -> node.externalAddresses() == null)) {
            return List.of(Way.unknown("it opens ports on its nodes, which were not read", workload.key())
                    .with("ports", String.join(", ", ports)));
        }
        if (undeclared) {
            return onNetworkOf(nodes, workload);
        }
        return List.of(nodes.stream()
                .flatMap(node -> ServiceWays.known(node.externalAddresses()).stream()
                        .filter(Addresses::isPublic)
                        .map(address -> Way.open(
                                        Width.WIDE,
                                        "it opens ports on a node with the public address " + address,
                                        AssetKey.INTERNET,
                                        node.key(),
                                        workload.key())
                                .with("ports", String.join(", ", ports))
                                .with("firewall", "not read")))
                .findFirst()
                .orElseGet(() ->
                        Way.closed("it opens ports on nodes, of which none has a public address", workload.key())));
    }

    /** It may listen on ports of the node without a word. */
    private static List<Way> onNetworkOf(List<Node> nodes, Workload workload) {
        boolean isPublic = nodes.stream()
                .anyMatch(node ->
                        ServiceWays.known(node.externalAddresses()).stream().anyMatch(Addresses::isPublic));
        return isPublic
                ? List.of(Way.unknown(
                        "it is on the network of a node with a public address, and declares no ports", workload.key()))
                : List.of();
    }

    private Set<String> openPorts(Workload workload) {
        Set<String> ports = new LinkedHashSet<>();
        for (Container container : graph.targets(workload.key(), RelationType.CONTAINS, Container.class)) {
            ports.addAll(ServiceWays.known(container.hostPorts()));
            if (Boolean.TRUE.equals(workload.hostNetwork())) {
                ports.addAll(ServiceWays.known(container.ports()));
            }
        }
        return ports;
    }
}
