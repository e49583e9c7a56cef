package dev.throughline.risk.exposure.azure;

import dev.throughline.model.AssetKey;
import dev.throughline.model.CloudResource;
import dev.throughline.model.NetworkRule;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.Subnet;
import dev.throughline.model.VirtualMachine;
import dev.throughline.risk.exposure.Traffic;
import dev.throughline.risk.exposure.Way;
import dev.throughline.risk.exposure.Way.Width;
import dev.throughline.risk.exposure.azure.Destination.Sender;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Ways to machines: to each of their interfaces, past the network security groups of its subnet and its own. */
final class MachineWays {
    private final RiskGraph graph;
    private final SecurityGroups groups;
    private final FrontEnds frontEnds;

    MachineWays(RiskGraph graph, SecurityGroups groups, FrontEnds frontEnds) {
        this.graph = graph;
        this.groups = groups;
        this.frontEnds = frontEnds;
    }

    List<Way> to(VirtualMachine machine) {
        List<CloudResource> cards = graph.sources(machine.key(), RelationType.ROUTES_TO, CloudResource.class);
        List<Way> ways = new ArrayList<>();
        for (CloudResource card : cards) {
            if (card.type() == null) {
                ways.add(Way.unknown("a network interface of it was not read", card.key(), machine.key()));
            }
            for (Arrival arrival : frontEnds.at(card.key())) {
                ways.add(way(arrival, card.key(), machine).then(machine.key()));
            }
        }
        if (ways.isEmpty()) {
            ways.add(
                    cards.isEmpty()
                            ? Way.unknown("its network interfaces were not read", machine.key())
                            : Way.closed(
                                    "none of its network interfaces has a public address or is behind a public front"
                                            + " end",
                                    machine.key()));
        }
        return ways;
    }

    private Way way(Arrival arrival, AssetKey card, VirtualMachine machine) {
        AssetKey[] chain = arrival.chain().toArray(AssetKey[]::new);
        if (arrival.missing() != null) {
            return Way.unknown(arrival.missing(), chain);
        }
        if (arrival.gateway() != null && arrival.gateway().isEmpty()) {
            return Way.closed("the network security group of the application gateway lets nothing in", chain);
        }
        List<AssetKey> subnets = graph.incoming(card, RelationType.CONTAINS).stream()
                .map(Relation::from)
                .filter(key -> key.text().contains("/subnets/"))
                .toList();
        List<AssetKey> filters = new ArrayList<>();
        for (AssetKey subnet : subnets) {
            if (graph.find(subnet, Subnet.class).isEmpty()) {
                return Way.unknown("the subnet " + subnet.value() + " was not read", chain);
            }
            filters.addAll(groups.guarding(subnet));
        }
        filters.addAll(groups.guarding(card));
        if (filters.isEmpty() && arrival.gateway() == null) {
            filters.addAll(groups.guarding(arrival.address()));
            if (filters.isEmpty()) {
                return Way.unknown("no network security group filters, and the SKU of its address was not read", chain);
            }
        }
        List<AssetKey> unread = groups.unread(filters);
        return unread.isEmpty()
                ? filtered(arrival, filters, destination(card, machine), chain)
                : Way.unknown("the network security group " + unread.get(0).value() + " was not read", chain);
    }

    private Way filtered(Arrival arrival, List<AssetKey> filters, Destination destination, AssetKey[] chain) {
        Sender sender = arrival.gateway() == null ? Sender.OUTSIDE : Sender.GATEWAY;
        Traffic traffic = groups.passing(arrival.ports(), seen(filters, destination, sender));
        String names = String.join(", ", filters.stream().map(AssetKey::value).toList());
        if (!traffic.isEmpty()) {
            Width width = arrival.gateway() == null
                    ? traffic.width()
                    : arrival.gateway().width();
            return Way.open(width, "its network security groups let the internet in", chain)
                    .with("ports", String.join(", ", traffic.ports()))
                    .with("rule", String.join("; ", traffic.deciding()))
                    .with("networkSecurityGroups", names);
        }
        boolean tagged = sender == Sender.OUTSIDE
                && !groups.passing(arrival.ports(), seen(filters, destination, Sender.OUTSIDE_OR_TAGGED))
                        .isEmpty();
        Way way = tagged
                ? Way.unknown("its network security groups admit service tags, whose addresses were not read", chain)
                : Way.closed("its network security groups let nothing in from the internet", chain);
        return way.with("networkSecurityGroups", names);
    }

    private List<List<NetworkRule>> seen(List<AssetKey> filters, Destination destination, Sender sender) {
        return filters.stream()
                .map(group -> destination.seen(Objects.requireNonNull(groups.rules(group)), sender))
                .toList();
    }

    private Destination destination(AssetKey card, VirtualMachine machine) {
        Set<String> memberOf = new HashSet<>();
        graph.outgoing(card, RelationType.MEMBER_OF)
                .forEach(group -> memberOf.add(group.to().text()));
        return new Destination(Objects.requireNonNullElse(machine.privateAddresses(), List.of()), memberOf);
    }
}
