package dev.throughline.connector.gcp;

import dev.throughline.connector.support.Fields;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.CloudResource;
import dev.throughline.model.LoadBalancer;
import dev.throughline.model.PublicAddress;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Forwarding rules, and what passes traffic on behind them: proxies, URL maps, backend services, target pools. */
final class Balancers {
    private Balancers() {}

    static void forwardingRule(CloudAsset asset, FactSink sink) {
        Fields data = asset.data();
        String scheme = data.text("loadBalancingScheme");
        String address = data.has("IPAddress") ? data.text("IPAddress") : data.text("ipAddress");
        Boolean isPublic = scheme == null ? null : scheme.startsWith("EXTERNAL");
        sink.accept(new LoadBalancer(
                asset.key(), asset.shortName(), isPublic, address == null ? null : List.of(address), asset.labels()));
        String ports = ports(data);
        Map<String, String> properties = ports == null ? Map.of() : Map.of("ports", ports);
        if (address != null && Boolean.TRUE.equals(isPublic)) {
            AssetKey key = AssetKey.of(AssetKind.PUBLIC_ADDRESS, address);
            sink.accept(new PublicAddress(key, address));
            sink.accept(new Relation(key, RelationType.ROUTES_TO, asset.key(), properties));
        }
        for (String field : List.of("target", "backendService")) {
            route(asset.key(), data.text(field), properties, sink);
        }
    }

    private static @Nullable String ports(Fields data) {
        String protocol = data.has("IPProtocol") ? data.text("IPProtocol") : data.text("ipProtocol");
        String lower = protocol == null ? "*" : protocol.toLowerCase(Locale.ROOT);
        List<String> ports = new ArrayList<>(data.strings("ports"));
        String range = data.text("portRange");
        if (range != null && !range.isEmpty()) {
            String[] ends = range.split("-", 2);
            ports.add(ends.length == 2 && ends[0].equals(ends[1]) ? ends[0] : range);
        }
        return ports.isEmpty()
                ? null
                : String.join(
                        ",", ports.stream().map(port -> port + "/" + lower).toList());
    }

    /** Whatever a part refers to gets its traffic. */
    static void part(CloudAsset asset, FactSink sink) {
        Fields data = asset.data();
        sink.accept(new CloudResource(asset.key(), asset.shortName(), asset.type(), asset.labels()));
        for (String field : List.of("urlMap", "service", "defaultService", "instance")) {
            route(asset.key(), data.text(field), Map.of(), sink);
        }
        data.strings("instances").forEach(instance -> route(asset.key(), instance, Map.of(), sink));
        for (Fields backend : data.list("backends")) {
            route(asset.key(), backend.text("group"), Map.of(), sink);
        }
        for (Fields matcher : data.list("pathMatchers")) {
            route(asset.key(), matcher.text("defaultService"), Map.of(), sink);
            for (Fields rule : matcher.list("pathRules")) {
                route(asset.key(), rule.text("service"), Map.of(), sink);
            }
        }
    }

    private static void route(AssetKey from, @Nullable String to, Map<String, String> properties, FactSink sink) {
        if (to != null && !to.isEmpty()) {
            sink.accept(new Relation(from, RelationType.ROUTES_TO, Names.compute(to), properties));
        }
    }
}
