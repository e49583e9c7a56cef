package dev.throughline.risk.exposure.kubernetes;

import dev.throughline.model.AssetKey;
import dev.throughline.model.KubernetesService;
import dev.throughline.model.Node;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.Workload;
import dev.throughline.risk.exposure.Addresses;
import dev.throughline.risk.exposure.TrustedRanges;
import dev.throughline.risk.exposure.Way;
import dev.throughline.risk.exposure.Way.Width;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Ways through a Kubernetes Service (Kubernetes core/v1 ServiceSpec: type, externalIPs, loadBalancerSourceRanges). */
final class ServiceWays {
    private final RiskGraph graph;
    private final TrustedRanges trusted;

    ServiceWays(RiskGraph graph) {
        this.graph = graph;
        this.trusted = TrustedRanges.of(graph);
    }

    /** Ways from outside to a workload, as far as its network policies let them. */
    List<Way> fromOutside(Workload workload, PolicyFilter policies) {
        List<Way> ways = new ArrayList<>();
        for (KubernetesService service :
                graph.sources(workload.key(), RelationType.ROUTES_TO, KubernetesService.class)) {
            Listening listening = Listening.of(graph, service.key(), workload.key());
            for (Way way : into(service)) {
                Way end = listening.end(way.then(workload.key()));
                ways.add(policies.fromOutside(end, workload, listening.reached()));
            }
        }
        return ways;
    }

    private List<Way> into(KubernetesService service) {
        List<Way> ways = new ArrayList<>();
        if ("LoadBalancer".equals(service.type())) {
            ways.add(throughLoadBalancer(service));
        }
        for (String address : known(service.externalAddresses())) {
            if (Addresses.isPublic(address)) {
                ways.add(Way.open(
                                Width.WIDE,
                                "its service answers on the external address " + address,
                                AssetKey.INTERNET,
                                service.key())
                        .with("externalIPs", address));
            }
        }
        if (known(service.ports()).stream().anyMatch(port -> port.contains("@"))) {
            ways.add(throughNodes(service));
        }
        return ways;
    }

    private Way throughLoadBalancer(KubernetesService service) {
        LoadBalancerSettings settings = new LoadBalancerSettings(service);
        Optional<String> internal = settings.internal();
        if (internal.isPresent()) {
            return Way.closed("its load balancer is internal", service.key()).with("annotation", internal.get());
        }
        List<String> addresses = settings.addresses();
        if (settings.hasPrivateAddressesOnly()) {
            return Way.closed("its load balancer has private addresses only", service.key())
                    .with("loadBalancer", String.join(", ", addresses));
        }
        List<String> sources = settings.sources();
        if (!sources.isEmpty() && !Addresses.holdPublic(sources)) {
            return Way.closed("its load balancer admits private ranges only", service.key())
                    .with("loadBalancerSourceRanges", String.join(", ", sources));
        }
        if (settings.leftToAwsController()) {
            return Way.unknown(
                    "the AWS Load Balancer Controller makes its load balancer, internal unless it was there before;"
                            + " the load balancer itself was not read",
                    service.key());
        }
        return Way.open(trusted.width(sources), "a public load balancer routes to it", AssetKey.INTERNET, service.key())
                .with("loadBalancer", addresses.isEmpty() ? "requested" : String.join(", ", addresses))
                .with("ports", String.join(", ", known(service.ports())))
                .with("loadBalancerSourceRanges", sources.isEmpty() ? "any" : String.join(", ", sources));
    }

    /** Kubernetes opens a node port on every node; a firewall in front of the nodes is beyond what a cluster tells. */
    private Way throughNodes(KubernetesService service) {
        String cluster =
                service.key().value().substring(0, service.key().value().indexOf('/'));
        List<Node> nodes = graph.targets(
                AssetKey.of(dev.throughline.model.AssetKind.CLUSTER, cluster), RelationType.CONTAINS, Node.class);
        if (nodes.isEmpty()) {
            return Way.unknown("its service opens a port on every node, and the nodes were not read", service.key());
        }
        String openPorts = String.join(", ", known(service.ports()));
        for (Node node : nodes) {
            for (String address : known(node.externalAddresses())) {
                if (Addresses.isPublic(address)) {
                    return Way.open(
                                    Width.WIDE,
                                    "its service opens a port on nodes, of which one has the public address " + address,
                                    AssetKey.INTERNET,
                                    node.key(),
                                    service.key())
                            .with("ports", openPorts)
                            .with("firewall", "not read");
                }
            }
        }
        return nodes.stream().anyMatch(node -> node.externalAddresses() == null)
                ? Way.unknown(
                        "its service opens a port on every node, and their addresses are not known", service.key())
                : Way.closed("its service opens a port on nodes, of which none has a public address", service.key())
                        .with("ports", openPorts);
    }

    static List<String> known(@org.jspecify.annotations.Nullable List<String> values) {
        return Objects.requireNonNullElse(values, List.of());
    }
}
