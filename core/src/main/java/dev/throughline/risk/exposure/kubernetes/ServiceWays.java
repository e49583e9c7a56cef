package dev.throughline.risk.exposure.kubernetes;

import dev.throughline.model.AssetKey;
import dev.throughline.model.KubernetesService;
import dev.throughline.model.Node;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.Workload;
import dev.throughline.risk.exposure.Addresses;
import dev.throughline.risk.exposure.Way;
import dev.throughline.risk.exposure.Way.Width;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Ways through a Kubernetes Service (Kubernetes core/v1 ServiceSpec: type, externalIPs, loadBalancerSourceRanges). */
final class ServiceWays {
    /** What each cloud's controller reads as "inside only", by annotation. */
    private static final Map<String, List<String>> INTERNAL = Map.of(
            "service.beta.kubernetes.io/aws-load-balancer-internal", List.of("true", "0.0.0.0/0"),
            "service.beta.kubernetes.io/aws-load-balancer-scheme", List.of("internal"),
            "service.beta.kubernetes.io/azure-load-balancer-internal", List.of("true"),
            "networking.gke.io/load-balancer-type", List.of("internal"),
            "cloud.google.com/load-balancer-type", List.of("internal"));

    private final RiskGraph graph;

    ServiceWays(RiskGraph graph) {
        this.graph = graph;
    }

    List<Way> to(Workload workload) {
        List<Way> ways = new ArrayList<>();
        for (KubernetesService service :
                graph.sources(workload.key(), RelationType.ROUTES_TO, KubernetesService.class)) {
            into(service).forEach(way -> ways.add(way.then(workload.key())));
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

    private static Way throughLoadBalancer(KubernetesService service) {
        for (String annotation : known(service.annotations())) {
            int equals = annotation.indexOf('=');
            List<String> values =
                    equals < 0 ? List.of() : INTERNAL.getOrDefault(annotation.substring(0, equals), List.of());
            if (values.stream().anyMatch(v -> v.equalsIgnoreCase(annotation.substring(equals + 1)))) {
                return Way.closed("its load balancer is internal", service.key())
                        .with("annotation", annotation);
            }
        }
        List<String> addresses = known(service.loadBalancerAddresses());
        if (!addresses.isEmpty() && addresses.stream().noneMatch(Addresses::isPublic)) {
            return Way.closed("its load balancer has private addresses only", service.key())
                    .with("loadBalancer", String.join(", ", addresses));
        }
        List<String> ranges = known(service.sourceRanges());
        if (!ranges.isEmpty() && !Addresses.holdPublic(ranges)) {
            return Way.closed("its load balancer admits private ranges only", service.key())
                    .with("loadBalancerSourceRanges", String.join(", ", ranges));
        }
        boolean wide = ranges.isEmpty() || ranges.stream().anyMatch(Addresses::isEverywhere);
        return Way.open(
                        wide ? Width.WIDE : Width.NARROW,
                        "a public load balancer routes to it",
                        AssetKey.INTERNET,
                        service.key())
                .with("loadBalancer", addresses.isEmpty() ? "requested" : String.join(", ", addresses))
                .with("ports", String.join(", ", known(service.ports())))
                .with("loadBalancerSourceRanges", ranges.isEmpty() ? "any" : String.join(", ", ranges));
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
