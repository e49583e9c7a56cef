package dev.throughline.risk.exposure.aws;

import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.LoadBalancer;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.ServerlessFunction;
import dev.throughline.model.Subnet;
import dev.throughline.risk.Verdict.Answer;
import dev.throughline.risk.exposure.Way;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Ways through a load balancer or an API: listener, target group, target, and the security groups of the target. */
final class BalancerWays {
    private final RiskGraph graph;
    private final Fronts fronts;
    private final Perimeter perimeter;
    private final Map<AssetKey, Way> toBalancer = new HashMap<>();

    BalancerWays(RiskGraph graph, Fronts fronts) {
        this.graph = graph;
        this.fronts = fronts;
        this.perimeter = new Perimeter(graph);
    }

    List<Way> to(Asset asset) {
        List<Way> ways = new ArrayList<>();
        for (AssetKey group : targetGroups(asset.key())) {
            for (LoadBalancer balancer : graph.sources(group, RelationType.ROUTES_TO, LoadBalancer.class)) {
                ways.add(behind(balancer, List.of(group), asset));
            }
        }
        for (LoadBalancer balancer : graph.sources(asset.key(), RelationType.ROUTES_TO, LoadBalancer.class)) {
            ways.add(behind(balancer, List.of(), asset));
        }
        return ways;
    }

    /** The target groups that name it, one of its interfaces, or the private address of one. */
    private Set<AssetKey> targetGroups(AssetKey asset) {
        List<AssetKey> names = new ArrayList<>(List.of(asset));
        for (AssetKey own : Fronts.interfaces(graph, asset)) {
            names.add(own);
            graph.incoming(own, RelationType.ROUTES_TO).forEach(route -> names.add(route.from()));
        }
        Set<AssetKey> groups = new LinkedHashSet<>();
        for (AssetKey name : names) {
            graph.incoming(name, RelationType.ROUTES_TO).stream()
                    .map(Relation::from)
                    .filter(from -> from.value().contains(":targetgroup/"))
                    .forEach(groups::add);
        }
        return groups;
    }

    private Way behind(LoadBalancer balancer, List<AssetKey> between, Asset asset) {
        Way way = into(balancer);
        for (AssetKey group : between) {
            way = way.then(group);
        }
        way = way.then(asset.key());
        if (way.answer() != Answer.YES) {
            return way.saying("it stands behind a load balancer: ");
        }
        return admitted(balancer, asset)
                ? way.saying("it stands behind a load balancer: ")
                : notAdmitted(balancer, asset);
    }

    /** The most open way into a load balancer: its own address, or another load balancer before it. */
    private Way into(LoadBalancer balancer) {
        Way known = toBalancer.get(balancer.key());
        if (known != null) {
            return known;
        }
        toBalancer.put(balancer.key(), Way.unknown("load balancers lead to each other", balancer.key()));
        List<Way> ways = new ArrayList<>(fronts.to(balancer));
        ways.addAll(to(balancer));
        Way best =
                ways.isEmpty() ? Way.unknown("its load balancer was not read", balancer.key()) : Collections.min(ways);
        toBalancer.put(balancer.key(), best);
        return best;
    }

    private Way notAdmitted(LoadBalancer balancer, Asset asset) {
        List<Groups> groups = placements(asset.key()).stream()
                .map(placement -> Groups.of(graph, placement))
                .toList();
        if (!groups.stream().allMatch(Groups::known)) {
            return Way.unknown("it stands behind a load balancer, but its security groups were not read", asset.key());
        }
        List<String> lists =
                groups.stream().flatMap(own -> own.lists().stream()).distinct().toList();
        if (!lists.isEmpty()) {
            return Way.unknown(
                            "it stands behind a load balancer, and its security groups admit a prefix list that was"
                                    + " not read",
                            asset.key())
                    .with("prefixLists", String.join(", ", lists));
        }
        return hasKnownAddresses(balancer)
                ? Way.closed("its security groups do not admit its load balancer", balancer.key(), asset.key())
                : Way.unknown("it stands behind a load balancer whose subnets were not read", asset.key());
    }

    private boolean hasKnownAddresses(LoadBalancer balancer) {
        List<AssetKey> subnets = perimeter.subnets(balancer.key());
        return !subnets.isEmpty()
                && subnets.stream()
                        .allMatch(subnet -> graph.find(subnet, Subnet.class)
                                .map(Subnet::ranges)
                                .isPresent());
    }

    /** Whether the target lets the load balancer in: by group, by the ranges of its subnets, or whom it passes on. */
    private boolean admitted(LoadBalancer balancer, Asset asset) {
        if (asset instanceof ServerlessFunction) {
            return true;
        }
        List<AssetKey> groups = Groups.of(graph, balancer.key()).keys();
        List<Cidr> ranges = new ArrayList<>();
        for (AssetKey subnet : perimeter.subnets(balancer.key())) {
            graph.find(subnet, Subnet.class)
                    .map(Subnet::ranges)
                    .ifPresent(own -> own.stream()
                            .map(Cidr::parse)
                            .filter(Objects::nonNull)
                            .forEach(ranges::add));
        }
        if (balancer.key().value().contains(":loadbalancer/net/")) { // passes the address of the client on
            Stream.of("0.0.0.0/0", "::/0")
                    .map(Cidr::parse)
                    .filter(Objects::nonNull)
                    .forEach(ranges::add);
        }
        return placements(asset.key()).stream()
                .map(placement -> Groups.of(graph, placement))
                .anyMatch(own -> own.keys().isEmpty() ? own.known() : own.admit(groups, ranges));
    }

    private List<AssetKey> placements(AssetKey asset) {
        List<AssetKey> interfaces = Fronts.interfaces(graph, asset);
        return interfaces.isEmpty() ? List.of(asset) : interfaces;
    }
}
