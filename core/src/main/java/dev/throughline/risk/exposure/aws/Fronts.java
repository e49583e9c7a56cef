package dev.throughline.risk.exposure.aws;

import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.ContainerService;
import dev.throughline.model.DataStore;
import dev.throughline.model.LoadBalancer;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.ServerlessFunction;
import dev.throughline.model.VirtualMachine;
import dev.throughline.risk.exposure.Way;
import dev.throughline.risk.exposure.Way.Width;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Ways by a public address of the asset itself: of its interfaces, or one that its service gives it. */
final class Fronts {
    private final RiskGraph graph;
    private final Perimeter perimeter;

    Fronts(RiskGraph graph) {
        this.graph = graph;
        this.perimeter = new Perimeter(graph);
    }

    List<Way> to(Asset asset) {
        AssetKey key = asset.key();
        if (asset instanceof ServerlessFunction function) {
            return byUrl(function);
        }
        Boolean isPublic = isPublic(asset);
        if (isPublic == null) {
            return List.of(Way.unknown("whether it has a public address was not read", key));
        }
        if (!isPublic) {
            return List.of(Way.closed("it has no public address", key));
        }
        if (key.value().contains(":execute-api:")) {
            return List.of(Way.open(Width.WIDE, "the endpoint of the API is public", AssetKey.INTERNET, key));
        }
        boolean filtered =
                !key.value().contains(":loadbalancer/net/") && !key.value().contains(":loadbalancer/gwy/");
        List<Traffic> wanted = wanted(asset);
        List<Way> ways = new ArrayList<>();
        placements(key).forEach(placement -> ways.addAll(perimeter.into(key, placement, wanted, filtered)));
        return ways;
    }

    private static List<Way> byUrl(ServerlessFunction function) {
        if (function.publicNetwork() == null) {
            return List.of(Way.unknown("the URLs of the function were not read", function.key()));
        }
        if (!function.publicNetwork()) {
            return List.of(Way.closed("the function has no URL", function.key()));
        }
        return List.of(Way.open(Width.WIDE, "the function has a URL", AssetKey.INTERNET, function.key())
                .with("authentication", String.valueOf(function.authentication())));
    }

    private static @Nullable Boolean isPublic(Asset asset) {
        if (asset instanceof VirtualMachine machine) {
            return machine.publicAddresses() == null
                    ? null
                    : !machine.publicAddresses().isEmpty();
        }
        if (asset instanceof ContainerService service) {
            return service.publicNetwork();
        }
        return asset instanceof DataStore store ? store.publicNetwork() : ((LoadBalancer) asset).internetFacing();
    }

    /** Its interfaces that have a public address, else all its interfaces, else itself. */
    private List<AssetKey> placements(AssetKey asset) {
        List<AssetKey> interfaces = interfaces(graph, asset);
        List<AssetKey> addressed = interfaces.stream()
                .filter(key -> !graph.incoming(key, RelationType.ROUTES_TO).stream()
                        .allMatch(route -> !route.from().text().startsWith("address:")))
                .toList();
        return !addressed.isEmpty() ? addressed : !interfaces.isEmpty() ? interfaces : List.of(asset);
    }

    static List<AssetKey> interfaces(RiskGraph graph, AssetKey asset) {
        return graph.outgoing(asset, RelationType.CONTAINS).stream()
                .map(Relation::to)
                .filter(key -> key.value().contains(":network-interface/"))
                .toList();
    }

    /** What it listens to: the ports of its address or its listeners, or whatever comes over the families it has. */
    private List<Traffic> wanted(Asset asset) {
        boolean v6 = !(asset instanceof VirtualMachine machine)
                || machine.publicAddresses() == null
                || machine.publicAddresses().stream().anyMatch(address -> address.indexOf(':') >= 0);
        boolean v4 = !(asset instanceof VirtualMachine machine)
                || machine.publicAddresses() == null
                || machine.publicAddresses().stream().anyMatch(address -> address.indexOf(':') < 0);
        List<String> ports = ports(asset);
        List<Traffic> wanted = new ArrayList<>();
        Stream.of(v4 ? "0.0.0.0/0" : "", v6 ? "::/0" : "")
                .map(Cidr::parse)
                .filter(Objects::nonNull)
                .forEach(family -> {
                    if (ports.isEmpty()) {
                        wanted.add(Traffic.all(family));
                    }
                    ports.forEach(port ->
                            wanted.add(new Traffic(family, "*", Integer.parseInt(port), Integer.parseInt(port))));
                });
        return wanted;
    }

    private List<String> ports(Asset asset) {
        List<Relation> told = asset instanceof LoadBalancer
                ? graph.outgoing(asset.key(), RelationType.ROUTES_TO)
                : graph.incoming(asset.key(), RelationType.ROUTES_TO).stream()
                        .filter(route -> route.from().text().startsWith("address:"))
                        .toList();
        return told.stream()
                .flatMap(route ->
                        Stream.of(route.properties().getOrDefault("ports", "").split(",", -1)))
                .filter(port -> port.matches("[0-9]{1,5}"))
                .distinct()
                .toList();
    }
}
