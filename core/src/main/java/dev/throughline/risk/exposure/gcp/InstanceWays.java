package dev.throughline.risk.exposure.gcp;

import dev.throughline.model.AssetKey;
import dev.throughline.model.LoadBalancer;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.VirtualMachine;
import dev.throughline.risk.exposure.Traffic;
import dev.throughline.risk.exposure.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Ways to instances: by external addresses, and by forwarding rules that lead there through any number of parts. */
final class InstanceWays {
    private static final List<String> ANY_PORT = List.of("*");
    private static final int MOST_PARTS = 8;
    /** Forwarding rule, target pool or backend service, instance: traffic that is passed on as it is. */
    private static final int PASSED_THROUGH = 3;

    private static final String NETWORKS = "/networks/";

    private final RiskGraph graph;
    private final FirewallRules firewalls;

    InstanceWays(RiskGraph graph) {
        this.graph = graph;
        this.firewalls = new FirewallRules(graph);
    }

    List<Way> to(VirtualMachine instance) {
        List<Way> ways = new ArrayList<>();
        for (Relation into : graph.incoming(instance.key(), RelationType.ROUTES_TO)) {
            if (into.from().text().startsWith("address:")) {
                ways.addAll(filtered(List.of(AssetKey.INTERNET, into.from(), instance.key()), ANY_PORT, instance));
            } else {
                addForwarded(into.from(), List.of(instance.key()), instance, ways);
            }
        }
        boolean addressed = instance.publicAddresses() != null
                && !instance.publicAddresses().isEmpty();
        if (ways.isEmpty() && addressed) {
            return filtered(List.of(AssetKey.INTERNET, instance.key()), ANY_PORT, instance);
        }
        if (ways.isEmpty()) {
            ways.add(
                    instance.publicAddresses() == null
                            ? Way.unknown("its network interfaces were not read", instance.key())
                            : Way.closed(
                                    "it has no external address, and no forwarding rule that was read leads to it",
                                    instance.key()));
        }
        return ways;
    }

    /** Goes back from a part of a load balancer to its forwarding rules. */
    private void addForwarded(AssetKey part, List<AssetKey> behind, VirtualMachine instance, List<Way> ways) {
        List<AssetKey> chain = new ArrayList<>(List.of(part));
        chain.addAll(behind);
        if (graph.find(part, LoadBalancer.class).isPresent()) {
            for (Relation into : graph.incoming(part, RelationType.ROUTES_TO)) {
                List<AssetKey> whole = new ArrayList<>(List.of(AssetKey.INTERNET, into.from()));
                whole.addAll(chain);
                ways.addAll(filtered(whole, ports(into, chain.size()), instance));
            }
        } else if (behind.size() < MOST_PARTS && !behind.contains(part)) {
            for (Relation into : graph.incoming(part, RelationType.ROUTES_TO)) {
                addForwarded(into.from(), chain, instance, ways);
            }
        }
    }

    /** Proxies send from addresses of Google's own, to a port that the backend service names. */
    private static List<String> ports(Relation forwarding, int parts) {
        String ports = forwarding.properties().get("ports");
        return ports == null || parts > PASSED_THROUGH ? ANY_PORT : List.of(ports.split(","));
    }

    private List<Way> filtered(List<AssetKey> chain, List<String> ports, VirtualMachine instance) {
        AssetKey[] assets = chain.toArray(AssetKey[]::new);
        List<Way> ways = new ArrayList<>();
        for (Relation member : graph.outgoing(instance.key(), RelationType.MEMBER_OF)) {
            String text = member.to().text();
            int name = text.indexOf(NETWORKS);
            boolean isNetwork = name >= 0 && text.indexOf('/', name + NETWORKS.length()) < 0;
            if (isNetwork) {
                ways.add(way(member.to(), assets, ports, instance));
            }
        }
        return ways.isEmpty() ? List.of(Way.unknown("the network of it was not read", assets)) : ways;
    }

    private Way way(AssetKey network, AssetKey[] chain, List<String> ports, VirtualMachine instance) {
        Set<AssetKey> guards = firewalls.of(instance.key(), network);
        Traffic traffic = firewalls.through(guards, ports);
        if (traffic == null || (guards.isEmpty() && !firewalls.isRead(network))) {
            return Way.unknown("firewall rules of the network " + network.value() + " were not read", chain);
        }
        return traffic.isEmpty()
                ? Way.closed("the firewall rules of its network let nothing in from the internet", chain)
                        .with("network", network.value())
                : Way.open(traffic.width(), "the firewall rules of its network let the internet in", chain)
                        .with("ports", String.join(", ", traffic.ports()))
                        .with("rule", String.join("; ", traffic.deciding()))
                        .with("network", network.value());
    }
}
