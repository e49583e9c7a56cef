package dev.throughline.risk.exposure.kubernetes;

import dev.throughline.model.AssetKey;
import dev.throughline.model.Ingress;
import dev.throughline.model.KubernetesGateway;
import dev.throughline.model.KubernetesRoute;
import dev.throughline.model.KubernetesService;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.Workload;
import dev.throughline.risk.exposure.TrustedRanges;
import dev.throughline.risk.exposure.Way;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Ways through an Ingress or a Gateway: it must be reachable itself, and a rule must lead to the service. Its own settings
 * count first, then what exposes the pods of its controller, then the addresses in its status.
 */
final class IngressWays {
    /** Labels that the projects of controllers put on their pods. */
    private static final Set<String> CONTROLLERS = Stream.of(
                    "contour",
                    "haproxy-ingress",
                    "ingress-nginx",
                    "kong",
                    "kubernetes-ingress",
                    "nginx-ingress",
                    "traefik")
            .map(name -> "app.kubernetes.io/name=" + name)
            .collect(Collectors.toSet());

    private final RiskGraph graph;
    private final ServiceWays services;
    private final NodeWays nodes;
    private final PolicyFilter policies;
    private final TrustedRanges trusted;
    /** A controller for each cluster that has one, and no ingress or gateway that was read. */
    private final Map<String, AssetKey> idleControllers = new HashMap<>();

    private final Map<AssetKey, List<Way>> ofControllers = new HashMap<>();

    IngressWays(RiskGraph graph, ServiceWays services, NodeWays nodes, PolicyFilter policies) {
        this.graph = graph;
        this.services = services;
        this.nodes = nodes;
        this.policies = policies;
        this.trusted = TrustedRanges.of(graph);
        findIdle();
    }

    /** Nobody runs a controller for nothing: where one is and no ingress, it is likely that they were not asked for. */
    private void findIdle() {
        Set<String> withDoors = Stream.of(Ingress.class, KubernetesGateway.class, KubernetesRoute.class)
                .flatMap(graph::assets)
                .map(door -> cluster(door.key()))
                .collect(Collectors.toSet());
        graph.assets(Workload.class)
                .filter(workload -> workload.labels() != null
                        && workload.labels().stream().anyMatch(CONTROLLERS::contains)
                        && !withDoors.contains(cluster(workload.key())))
                .forEach(workload -> idleControllers.putIfAbsent(cluster(workload.key()), workload.key()));
    }

    private static String cluster(AssetKey key) {
        return key.value().substring(0, key.value().indexOf('/'));
    }

    List<Way> to(Workload workload) {
        List<Way> ways = new ArrayList<>();
        for (KubernetesService service :
                graph.sources(workload.key(), RelationType.ROUTES_TO, KubernetesService.class)) {
            Listening listening = Listening.of(graph, service.key(), workload.key());
            for (Map.Entry<Door, String> door : doors(service.key()).entrySet()) {
                AssetKey key = door.getKey().key();
                List<Workload> controllers = graph.targets(key, RelationType.SELECTS, Workload.class);
                Way way = listening.end(into(door.getKey(), controllers)
                        .with("hosts", door.getValue())
                        .then(service.key())
                        .then(workload.key()));
                ways.add(policies.fromController(way, controllers, workload, listening.reached()));
            }
            AssetKey idle = idleControllers.get(cluster(workload.key()));
            if (idle != null) {
                ways.add(Way.unknown(
                        "an ingress controller runs in its cluster, and no ingress or gateway was read",
                        idle,
                        service.key(),
                        workload.key()));
            }
        }
        return ways;
    }

    /** The ingresses and gateways with a rule for a service, each with the host names it is for. */
    private Map<Door, String> doors(AssetKey service) {
        Map<Door, String> doors = new LinkedHashMap<>();
        for (Ingress ingress : graph.sources(service, RelationType.ROUTES_TO, Ingress.class)) {
            doors.put(Door.of(ingress), String.join(", ", ServiceWays.known(ingress.hosts())));
        }
        for (KubernetesGateway gateway : graph.sources(service, RelationType.ROUTES_TO, KubernetesGateway.class)) {
            doors.put(Door.of(gateway), "*");
        }
        for (KubernetesRoute route : graph.sources(service, RelationType.ROUTES_TO, KubernetesRoute.class)) {
            for (KubernetesGateway gateway :
                    graph.sources(route.key(), RelationType.ROUTES_TO, KubernetesGateway.class)) {
                doors.put(Door.of(gateway), String.join(", ", ServiceWays.known(route.hosts())));
            }
        }
        return doors;
    }

    private Way into(Door door, List<Workload> controllers) {
        Way settled = door.bySettings(trusted);
        if (settled != null) {
            return settled;
        }
        List<Way> ofController = new ArrayList<>();
        controllers.forEach(controller -> ofController.addAll(toController(controller)));
        return ofController.isEmpty()
                ? door.byStatus()
                : Collections.min(ofController).then(door.key()).saying("it is behind an ingress or gateway: ");
    }

    private List<Way> toController(Workload controller) {
        return ofControllers.computeIfAbsent(controller.key(), key -> {
            List<Way> ways = new ArrayList<>(services.fromOutside(controller, policies));
            ways.addAll(nodes.to(controller));
            return ways;
        });
    }
}
