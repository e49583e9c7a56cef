package dev.throughline.mapping.link;

import dev.throughline.model.AssetKey;
import dev.throughline.model.RiskGraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What code hosts recorded as deployed, by commit and by the place it is said to have gone to: cluster and namespace, or a
 * host that leads there. Of several records of one commit and place the newest counts.
 */
final class PlacedDeployments {
    private static final String ANYWHERE = "";
    private static final BinaryOperator<EnvironmentDeployment> NEWEST =
            BinaryOperator.maxBy(Comparator.comparing(EnvironmentDeployment::createdAt)
                    .thenComparing(d -> d.record().toString()));

    private final Map<AssetKey, Map<String, EnvironmentDeployment>> byCommit = new HashMap<>();
    /** By repository and host. */
    private final Map<AssetKey, Map<String, EnvironmentDeployment>> byHost = new TreeMap<>();

    private final RoutedHosts hosts;

    PlacedDeployments(RiskGraph graph) {
        List<EnvironmentDeployment> all = new ArrayList<>();
        Set<String> wanted = new HashSet<>();
        EnvironmentDeployment.visit(graph, deployment -> {
            all.add(deployment);
            if (deployment.host() != null) {
                wanted.add(deployment.host());
            }
        });
        this.hosts = new RoutedHosts(graph, wanted);
        all.forEach(this::add);
    }

    private void add(EnvironmentDeployment deployment) {
        Map<String, EnvironmentDeployment> places =
                byCommit.computeIfAbsent(deployment.commit(), commit -> new HashMap<>());
        Map<String, EnvironmentDeployment> ofRepository =
                byHost.computeIfAbsent(deployment.repository(), repository -> new TreeMap<>());
        String host = deployment.host();
        boolean isRouted = host != null && !hosts.workloads(host).isEmpty();
        if (host != null && isRouted) {
            places.merge(host(host), deployment, NEWEST);
            ofRepository.merge(host, deployment, NEWEST);
        }
        if (deployment.cluster() != null || deployment.namespace() != null) {
            places.merge(within(deployment.cluster(), deployment.namespace()), deployment, NEWEST);
        } else if (!isRouted) {
            places.merge(ANYWHERE, deployment, NEWEST);
        }
    }

    private static String host(String host) {
        return "//" + host;
    }

    private static String within(@Nullable String cluster, @Nullable String namespace) {
        return (cluster == null ? "" : cluster) + "/" + (namespace == null ? "" : namespace);
    }

    /** The repositories that deployed anything, ordered. */
    Set<AssetKey> repositories() {
        return byHost.keySet();
    }

    /** The deployments of a commit, by place. */
    Map<String, EnvironmentDeployment> of(AssetKey commit) {
        return byCommit.getOrDefault(commit, Map.of());
    }

    /** The deployment to where the workload is: to its namespace of its cluster, or to a host that leads to it. */
    @Nullable
    EnvironmentDeployment exactly(Map<String, EnvironmentDeployment> places, AssetKey workload, WorkloadPlace place) {
        EnvironmentDeployment within = places.get(within(place.cluster(), place.namespace()));
        if (within != null) {
            return within;
        }
        for (String host : hosts.hosts(workload)) {
            EnvironmentDeployment behind = places.get(host(host));
            if (behind != null && behind.fits(place)) {
                return behind;
            }
        }
        return null;
    }

    /** A deployment of which less is told, and nothing that says it went elsewhere. */
    @Nullable
    static EnvironmentDeployment perhaps(Map<String, EnvironmentDeployment> places, WorkloadPlace place) {
        for (String told : List.of(within(null, place.namespace()), within(place.cluster(), null), ANYWHERE)) {
            EnvironmentDeployment deployment = places.get(told);
            if (deployment != null) {
                return deployment;
            }
        }
        return null;
    }

    /** Shows the newest deployment of each repository to each host. */
    void visitHosts(Consumer<EnvironmentDeployment> visitor) {
        byHost.values().forEach(hosts -> hosts.values().forEach(visitor));
    }

    /** The only workload that the host of a deployment leads to; null if there are several. */
    @Nullable
    AssetKey behind(EnvironmentDeployment deployment) {
        String host = deployment.host();
        Set<AssetKey> behind = host == null ? Set.of() : hosts.workloads(host);
        AssetKey only = behind.size() == 1 ? behind.iterator().next() : null;
        return only != null && deployment.fits(WorkloadPlace.of(only)) ? only : null;
    }
}
