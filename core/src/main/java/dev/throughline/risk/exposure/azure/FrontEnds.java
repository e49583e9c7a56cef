package dev.throughline.risk.exposure.azure;

import dev.throughline.model.AssetKey;
import dev.throughline.model.LoadBalancer;
import dev.throughline.model.NetworkRule;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.Subnet;
import dev.throughline.risk.exposure.Traffic;
import dev.throughline.risk.exposure.Way;
import dev.throughline.risk.exposure.azure.Destination.Sender;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Front ends of load balancers and application gateways, and what they send on. */
final class FrontEnds {
    private static final List<String> ANY_PORT = List.of("*");
    private static final String FRONT = "/frontendipconfigurations/";
    private static final String POOL = "/backendaddresspools/";

    private final RiskGraph graph;
    private final SecurityGroups groups;

    FrontEnds(RiskGraph graph, SecurityGroups groups) {
        this.graph = graph;
        this.groups = groups;
    }

    /** What arrives at an interface, by public addresses of its own, pools it is in, and rules of address translation. */
    List<Arrival> at(AssetKey card) {
        List<Arrival> arrivals = new ArrayList<>();
        for (Relation into : graph.incoming(card, RelationType.ROUTES_TO)) {
            AssetKey from = into.from();
            if (isAddress(from)) {
                arrivals.add(new Arrival(List.of(AssetKey.INTERNET, from, card), from, ANY_PORT, null, null));
            } else if (from.text().contains(POOL)) {
                addThroughPool(from, card, arrivals);
            } else if (from.text().contains(FRONT)) {
                addThroughFront(from, ports(into), List.of(card), arrivals);
            }
        }
        return arrivals;
    }

    private void addThroughPool(AssetKey pool, AssetKey card, List<Arrival> arrivals) {
        AssetKey balancer = new AssetKey(pool.text().substring(0, pool.text().indexOf(POOL)));
        if (graph.find(balancer, LoadBalancer.class).isEmpty()) {
            arrivals.add(new Arrival(
                    List.of(balancer, pool, card), pool, ANY_PORT, null, "the load balancer before it was not read"));
        }
        for (Relation into : graph.incoming(pool, RelationType.ROUTES_TO)) {
            addThroughFront(into.from(), ports(into), List.of(pool, card), arrivals);
        }
    }

    private void addThroughFront(AssetKey front, List<String> ports, List<AssetKey> behind, List<Arrival> arrivals) {
        for (Relation into : graph.incoming(front, RelationType.ROUTES_TO)) {
            if (isAddress(into.from())) {
                List<AssetKey> chain = new ArrayList<>(List.of(AssetKey.INTERNET, into.from(), front));
                chain.addAll(behind);
                Front answer = front.text().contains("/applicationgateways/")
                        ? gateway(balancer(front), ports(into))
                        : new Front(null, null);
                arrivals.add(new Arrival(chain, into.from(), ports, answer.traffic, answer.missing));
            }
        }
    }

    /** The ways into a load balancer or gateway itself. */
    List<Way> into(LoadBalancer balancer) {
        List<Way> ways = new ArrayList<>();
        for (Relation part : graph.outgoing(balancer.key(), RelationType.CONTAINS)) {
            for (Relation into : graph.incoming(part.to(), RelationType.ROUTES_TO)) {
                if (part.to().text().contains(FRONT) && isAddress(into.from())) {
                    ways.add(into(balancer.key(), part.to(), into));
                }
            }
        }
        if (ways.isEmpty()) {
            ways.add(
                    Boolean.FALSE.equals(balancer.internetFacing())
                            ? Way.closed("its front ends are private", balancer.key())
                            : Way.unknown("its front ends were not read", balancer.key()));
        }
        return ways;
    }

    private Way into(AssetKey balancer, AssetKey front, Relation address) {
        List<String> ports = ports(address);
        Front answer = gateway(balancer, ports);
        AssetKey[] chain = {AssetKey.INTERNET, address.from(), front, balancer};
        if (answer.missing != null) {
            return Way.unknown(answer.missing, chain);
        }
        Traffic traffic = answer.traffic == null ? Traffic.fromInternet().to(ports) : answer.traffic;
        return traffic.isEmpty()
                ? Way.closed("the network security group of its subnet lets nothing in", chain)
                : Way.open(traffic.width(), "it listens on a public address", chain)
                        .with("ports", String.join(", ", traffic.ports()));
    }

    /** What the network security group of a gateway's subnet lets in. */
    private Front gateway(AssetKey gateway, List<String> ports) {
        List<List<NetworkRule>> rules = new ArrayList<>();
        for (Relation subnet : graph.incoming(gateway, RelationType.CONTAINS)) {
            if (!subnet.from().text().contains("/subnets/")) {
                continue;
            }
            if (graph.find(subnet.from(), Subnet.class).isEmpty()) {
                return new Front(null, "the subnet of the application gateway before it was not read");
            }
            for (AssetKey group : groups.guarding(subnet.from())) {
                List<NetworkRule> read = groups.rules(group);
                if (read == null) {
                    return new Front(null, "the network security group " + group.value() + " was not read");
                }
                rules.add(new Destination(List.of(), Set.of()).seen(read, Sender.OUTSIDE));
            }
        }
        return new Front(groups.passing(ports, rules), null);
    }

    private record Front(
            @Nullable Traffic traffic, @Nullable String missing) {}

    private static AssetKey balancer(AssetKey front) {
        return new AssetKey(front.text().substring(0, front.text().indexOf(FRONT)));
    }

    private static boolean isAddress(AssetKey key) {
        return key.text().contains("/publicipaddresses/");
    }

    private static List<String> ports(Relation route) {
        String ports = route.properties().get("ports");
        return ports == null ? ANY_PORT : List.of(ports.split(","));
    }
}
