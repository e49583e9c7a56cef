package dev.throughline.risk.exposure.aws;

import dev.throughline.model.AssetKey;
import dev.throughline.model.NetworkRuleSet;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.risk.exposure.Way;
import dev.throughline.risk.exposure.Way.Width;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Ways from the internet into an interface that has a public address: route, network ACL and security groups. */
final class Perimeter {
    private static final List<Traffic> EVERYTHING = Stream.of("0.0.0.0/0", "::/0")
            .map(Cidr::parse)
            .filter(java.util.Objects::nonNull)
            .map(Traffic::all)
            .toList();

    private final RiskGraph graph;

    Perimeter(RiskGraph graph) {
        this.graph = graph;
    }

    /**
     * The ways into a placement.
     *
     * @param asset what is reached
     * @param placement its interface, or itself
     * @param wanted what it listens to
     * @param filtered whether it has security groups at all, as everything but some load balancers has
     */
    List<Way> into(AssetKey asset, AssetKey placement, List<Traffic> wanted, boolean filtered) {
        List<AssetKey> subnets = subnets(placement);
        if (subnets.isEmpty()) {
            return List.of(Way.unknown("it has a public address, but its subnet was not read", asset));
        }
        Groups groups = Groups.of(graph, placement);
        if (filtered && (groups.keys().isEmpty() || !groups.known())) {
            return List.of(Way.unknown("it has a public address, but its security groups were not read", asset));
        }
        List<Traffic> admitted = groups.keys().isEmpty() ? EVERYTHING : groups.fromInternet();
        List<Traffic> listening = Traffic.and(admitted, wanted);
        if (listening.isEmpty()) {
            return List.of(
                    groups.lists().isEmpty()
                            ? Way.closed(
                                    "its security groups admit nothing from the internet", chain(groups.keys(), asset))
                            : Way.unknown(
                                            "its security groups admit a prefix list that was not read",
                                            chain(groups.keys(), asset))
                                    .with("prefixLists", String.join(", ", groups.lists())));
        }
        List<Way> ways = new ArrayList<>();
        subnets.forEach(subnet -> ways.add(through(subnet, groups.keys(), placement, asset, listening)));
        return ways;
    }

    List<AssetKey> subnets(AssetKey placement) {
        return graph.incoming(placement, RelationType.CONTAINS).stream()
                .map(Relation::from)
                .filter(key -> key.value().contains(":subnet/"))
                .toList();
    }

    private Way through(
            AssetKey subnet, List<AssetKey> groups, AssetKey placement, AssetKey asset, List<Traffic> listening) {
        Routes routes = Routes.of(graph, subnet);
        if (routes.table() == null) {
            return Way.unknown(
                    "it has a public address, but the route table of its subnet was not read", subnet, asset);
        }
        if (routes.gateway() == null && routes.firewall() != null) {
            return Way.unknown(
                    "it has a public address, and routes of its subnet lead through a firewall that was not read",
                    routes.firewall(),
                    routes.table(),
                    subnet,
                    asset);
        }
        if (routes.gateway() == null) {
            return Way.closed("no route leads from its subnet to an internet gateway", routes.table(), subnet, asset);
        }
        List<Traffic> routed = Traffic.and(listening, routes.reached());
        if (routed.isEmpty()) {
            return Way.closed(
                    "no route leads from its subnet to those whom its security groups admit",
                    routes.table(),
                    subnet,
                    asset);
        }
        List<NetworkRuleSet> lists = graph.targets(subnet, RelationType.GUARDED_BY, NetworkRuleSet.class);
        List<Traffic> passed = routed;
        List<AssetKey> read = new ArrayList<>();
        for (NetworkRuleSet list : lists) {
            if (list.rules() != null) {
                passed = new AccessList(list.rules()).admits(passed);
                read.add(list.key());
            }
        }
        if (passed.isEmpty()) {
            return Way.closed("the network ACL of its subnet lets nothing through", chain(read, asset));
        }
        List<AssetKey> chain = new ArrayList<>(List.of(AssetKey.INTERNET, routes.gateway(), routes.table()));
        chain.addAll(read);
        chain.add(subnet);
        chain.addAll(groups);
        if (!placement.equals(asset)) {
            chain.add(placement);
        }
        chain.add(asset);
        boolean wide = passed.stream().anyMatch(traffic -> traffic.source().isWide());
        return Way.open(
                        wide ? Width.WIDE : Width.NARROW,
                        "it has a public address, and route, network ACL and security groups let packets in",
                        chain.toArray(AssetKey[]::new))
                .with("ports", joined(passed.stream().map(Traffic::ports)))
                .with("protocols", joined(passed.stream().map(Traffic::protocol)))
                .with(
                        "sources",
                        joined(passed.stream().map(t -> t.source().toString()).limit(20)))
                .with("networkAcl", read.isEmpty() ? "not read" : "lets it in");
    }

    private static String joined(Stream<String> texts) {
        return String.join(", ", new TreeSet<>(texts.toList()));
    }

    private static AssetKey[] chain(List<AssetKey> groups, AssetKey asset) {
        List<AssetKey> chain = new ArrayList<>(groups);
        chain.add(asset);
        return chain.toArray(AssetKey[]::new);
    }
}
