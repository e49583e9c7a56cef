package dev.throughline.mapping.link;

import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Ingress;
import dev.throughline.model.KubernetesRoute;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.Workload;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** To which workloads ingresses and routes lead what comes for a host. Hosts with a wildcard name nothing. */
final class RoutedHosts {
    private final Map<String, SortedSet<AssetKey>> workloads = new HashMap<>();
    private final Map<AssetKey, SortedSet<String>> hosts = new HashMap<>();

    /** Looks for these hosts only, in one pass over what leads to services. */
    RoutedHosts(RiskGraph graph, Set<String> wanted) {
        if (wanted.isEmpty()) {
            return;
        }
        Stream.<Asset>concat(graph.assets(Ingress.class), graph.assets(KubernetesRoute.class))
                .forEach(door -> {
                    for (Relation route : graph.outgoing(door.key(), RelationType.ROUTES_TO)) {
                        for (String host :
                                route.properties().getOrDefault("hosts", "").split(",", -1)) {
                            String name = host.toLowerCase(Locale.ROOT);
                            if (wanted.contains(name)) {
                                add(graph, name, route.to());
                            }
                        }
                    }
                });
    }

    private void add(RiskGraph graph, String host, AssetKey service) {
        for (Workload workload : graph.targets(service, RelationType.ROUTES_TO, Workload.class)) {
            workloads.computeIfAbsent(host, h -> new TreeSet<>()).add(workload.key());
            hosts.computeIfAbsent(workload.key(), w -> new TreeSet<>()).add(host);
        }
    }

    /** The workloads behind a host; none if no ingress and no route is known for it. */
    Set<AssetKey> workloads(String host) {
        return workloads.getOrDefault(host, Collections.emptySortedSet());
    }

    /** The hosts, of those looked for, that lead to a workload. */
    List<String> hosts(AssetKey workload) {
        return List.copyOf(hosts.getOrDefault(workload, Collections.emptySortedSet()));
    }
}
