package dev.throughline.connector.azure;

import dev.throughline.connector.support.ArmId;
import dev.throughline.connector.support.Fields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules of an application gateway: listener → pool, directly or by path. */
final class GatewayRules {
    private final Map<String, Fields> parts = new HashMap<>();

    private GatewayRules(Fields gateway) {
        for (String list : List.of("frontendPorts", "backendHttpSettingsCollection", "httpListeners", "urlPathMaps")) {
            for (Fields part : gateway.list(list)) {
                parts.put(ArmId.canonical(part.requiredText("id")), Resource.properties(part));
            }
        }
    }

    static void read(Fields gateway, Wires wires) {
        GatewayRules rules = new GatewayRules(gateway);
        for (Fields part : gateway.list("requestRoutingRules")) {
            rules.rule(Resource.properties(part), wires);
        }
    }

    private void rule(Fields rule, Wires wires) {
        Fields listener = part(rule, "httpListener");
        String frontend = Resource.reference(listener, "frontendIPConfiguration");
        if (frontend == null) {
            return;
        }
        wires.listen(frontend, tcp(part(listener, "frontendPort")));
        List<Fields> targets = new ArrayList<>(List.of(rule));
        Fields paths = part(rule, "urlPathMap");
        targets.add(paths);
        paths.list("pathRules").forEach(path -> targets.add(Resource.properties(path)));
        for (Fields target : targets) {
            for (String prefix : List.of("backend", "defaultBackend")) {
                String pool = Resource.reference(target, prefix + "AddressPool");
                if (pool != null) {
                    wires.route(frontend, pool, tcp(part(target, prefix + "HttpSettings")));
                }
            }
        }
    }

    private Fields part(Fields parent, String name) {
        @Nullable String id = Resource.reference(parent, name);
        return id == null ? Fields.NONE : parts.getOrDefault(ArmId.canonical(id), Fields.NONE);
    }

    private static String tcp(Fields part) {
        Long port = part.number("port");
        return (port == null ? "*" : port) + "/tcp";
    }
}
