package dev.throughline.risk.exposure.kubernetes;

import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Ingress;
import dev.throughline.model.KubernetesGateway;
import dev.throughline.model.KubernetesRoute;
import dev.throughline.model.KubernetesService;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.Workload;
import dev.throughline.risk.exposure.Addresses;
import dev.throughline.risk.exposure.Way;
import dev.throughline.risk.exposure.Way.Width;
import java.util.ArrayList;
import java.util.List;

/**
 * Ways through an Ingress or a Gateway: the controller must be reachable itself, and a rule must lead to the service. Where
 * the controller is not known, a public address in the status says as much.
 */
final class IngressWays {
    private final RiskGraph graph;
    private final ServiceWays services;

    IngressWays(RiskGraph graph, ServiceWays services) {
        this.graph = graph;
        this.services = services;
    }

    List<Way> to(Workload workload, PolicyFilter policies) {
        List<Way> ways = new ArrayList<>();
        for (KubernetesService service :
                graph.sources(workload.key(), RelationType.ROUTES_TO, KubernetesService.class)) {
            for (Ingress ingress : graph.sources(service.key(), RelationType.ROUTES_TO, Ingress.class)) {
                List<Workload> controllers = graph.targets(ingress.key(), RelationType.SELECTS, Workload.class);
                Way way = into(ingress, ingress.addresses(), controllers)
                        .with("hosts", String.join(", ", ServiceWays.known(ingress.hosts())));
                ways.add(policies.fromController(way.then(service.key()).then(workload.key()), controllers, workload));
            }
            for (KubernetesGateway gateway : gatewaysOf(service)) {
                List<Workload> controllers = graph.targets(gateway.key(), RelationType.SELECTS, Workload.class);
                Way way = into(gateway, gateway.addresses(), controllers);
                ways.add(policies.fromController(way.then(service.key()).then(workload.key()), controllers, workload));
            }
        }
        return ways;
    }

    private List<KubernetesGateway> gatewaysOf(KubernetesService service) {
        List<KubernetesGateway> gateways =
                new ArrayList<>(graph.sources(service.key(), RelationType.ROUTES_TO, KubernetesGateway.class));
        for (KubernetesRoute route : graph.sources(service.key(), RelationType.ROUTES_TO, KubernetesRoute.class)) {
            gateways.addAll(graph.sources(route.key(), RelationType.ROUTES_TO, KubernetesGateway.class));
        }
        return gateways;
    }

    private Way into(Asset door, @org.jspecify.annotations.Nullable List<String> status, List<Workload> controllers) {
        List<Way> ofController = controllers.stream()
                .flatMap(controller -> services.to(controller).stream())
                .sorted()
                .toList();
        if (!ofController.isEmpty()) {
            return ofController.get(0).then(door.key()).saying("it is behind an ingress or gateway: ");
        }
        List<String> addresses = ServiceWays.known(status);
        if (addresses.isEmpty()) {
            return Way.unknown(
                    "an ingress or gateway routes to it, and what exposes its controller was not read", door.key());
        }
        return addresses.stream().anyMatch(Addresses::isPublic)
                ? Way.open(
                                Width.WIDE,
                                "an ingress or gateway with a public address routes to it",
                                AssetKey.INTERNET,
                                door.key())
                        .with("addresses", String.join(", ", addresses))
                : Way.closed("an ingress or gateway with private addresses only routes to it", door.key())
                        .with("addresses", String.join(", ", addresses));
    }
}
