package dev.throughline.connector.azure;

import dev.throughline.connector.support.ArmId;
import dev.throughline.connector.support.Fields;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.LoadBalancer;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code Microsoft.Network/loadBalancers} and {@code applicationGateways}: address → front end → pool → interface, with the
 * ports at the front on the first of these relations and those at the back on the second.
 */
final class BalancerReader {
    private BalancerReader() {}

    static void loadBalancer(Resource resource, FactSink sink) {
        Fields properties = resource.properties();
        Wires wires = new Wires();
        for (Fields part : properties.list("loadBalancingRules")) {
            Fields rule = Resource.properties(part);
            String frontend = Resource.reference(rule, "frontendIPConfiguration");
            String pool = Resource.reference(rule, "backendAddressPool");
            if (frontend != null) {
                wires.listen(frontend, port(rule, "frontendPort"));
                if (pool != null) {
                    wires.route(frontend, pool, port(rule, "backendPort"));
                }
            }
        }
        for (Fields part : properties.list("inboundNatRules")) {
            Fields rule = Resource.properties(part);
            String frontend = Resource.reference(rule, "frontendIPConfiguration");
            String machine = Resource.reference(rule, "backendIPConfiguration");
            if (frontend != null && machine != null) {
                wires.listen(frontend, port(rule, "frontendPort"));
                wires.route(frontend, ArmId.enclosing(machine, "networkinterfaces"), port(rule, "backendPort"));
            }
        }
        read(resource, wires, sink);
    }

    static void applicationGateway(Resource resource, FactSink sink) {
        Fields properties = resource.properties();
        for (Fields part : properties.list("gatewayIPConfigurations")) {
            String subnet = Resource.reference(Resource.properties(part), "subnet");
            if (subnet != null) {
                sink.accept(new Relation(ArmId.key(subnet), RelationType.CONTAINS, resource.key()));
            }
        }
        Wires wires = new Wires();
        GatewayRules.read(properties, wires);
        read(resource, wires, sink);
    }

    private static void read(Resource resource, Wires wires, FactSink sink) {
        Fields properties = resource.properties();
        boolean isPublic = false;
        Map<AssetKey, AssetKey> addresses = new HashMap<>();
        for (Fields part : properties.list("frontendIPConfigurations")) {
            AssetKey frontend = ArmId.key(part.requiredText("id"));
            sink.accept(new Relation(resource.key(), RelationType.CONTAINS, frontend));
            String address = Resource.reference(Resource.properties(part), "publicIPAddress");
            if (address != null) {
                isPublic = true;
                addresses.put(frontend, ArmId.key(address));
            }
        }
        sink.accept(new LoadBalancer(resource.key(), resource.name(), isPublic, null, resource.tags()));
        wires.emit(addresses, sink);
        for (Fields part : properties.list("backendAddressPools")) {
            pool(ArmId.key(part.requiredText("id")), Resource.properties(part), sink);
        }
    }

    private static void pool(AssetKey pool, Fields properties, FactSink sink) {
        for (Fields member : properties.list("backendIPConfigurations")) {
            String id = ArmId.canonical(member.requiredText("id"));
            // Instances of a scale set come and go; the scale set itself says that it is in the pool.
            if (!id.contains("/virtualmachinescalesets/")) {
                AssetKey card = ArmId.key(ArmId.enclosing(id, "networkinterfaces"));
                sink.accept(new Relation(pool, RelationType.ROUTES_TO, card));
            }
        }
    }

    /** Port and protocol of a rule; port 0 of a rule for all protocols stands for all ports. */
    private static String port(Fields rule, String name) {
        @Nullable Long port = rule.number(name);
        String protocol = rule.requiredText("protocol").toLowerCase(Locale.ROOT);
        List<String> all = List.of("all", "*");
        return (port == null || port == 0 ? "*" : port) + "/" + (all.contains(protocol) ? "*" : protocol);
    }
}
