package dev.throughline.risk.exposure.aws;

import dev.throughline.model.AssetKey;
import dev.throughline.model.Network;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The way between a subnet and the internet.
 *
 * @param table the route table of the subnet; null if it was not read
 * @param gateway the internet gateway; null if no route leads to one
 * @param firewall an endpoint that its routes lead through; null if there is none. Only endpoints of firewalls and other
 *     appliances stand in routes to addresses.
 * @param reached where its routes lead
 */
record Routes(
        @Nullable AssetKey table,
        @Nullable AssetKey gateway,
        @Nullable AssetKey firewall,
        List<Traffic> reached) {
    /** The routes of a subnet: those of its own table, else those of the main table of its network. */
    static Routes of(RiskGraph graph, AssetKey subnet) {
        AssetKey table = table(graph, subnet);
        if (table == null) {
            table = graph.sources(subnet, RelationType.CONTAINS, Network.class).stream()
                    .map(network -> table(graph, network.key()))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
        AssetKey gateway = null;
        AssetKey firewall = null;
        List<Traffic> reached = new ArrayList<>();
        for (Relation route : table == null ? List.<Relation>of() : graph.outgoing(table, RelationType.ROUTES_TO)) {
            if (route.to().value().contains(":internet-gateway/")) {
                gateway = route.to();
                Stream.of(route.properties().getOrDefault("hosts", "").split(",", -1))
                        .map(Cidr::parse)
                        .filter(Objects::nonNull)
                        .map(Traffic::all)
                        .forEach(reached::add);
            } else if (route.to().value().contains(":vpc-endpoint/")) {
                firewall = route.to();
            }
        }
        return new Routes(table, gateway, firewall, reached);
    }

    private static @Nullable AssetKey table(RiskGraph graph, AssetKey of) {
        return graph.outgoing(of, RelationType.ROUTES_TO).stream()
                .map(Relation::to)
                .filter(to -> to.value().contains(":route-table/"))
                .findFirst()
                .orElse(null);
    }
}
