package dev.throughline.connector.kubernetes;

import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Leads an Ingress or a route to the services behind it: one relation for each service. */
final class BackendFacts {
    private final Keys keys;
    private final Dump dump;

    BackendFacts(Keys keys, Dump dump) {
        this.keys = keys;
        this.dump = dump;
    }

    void route(AssetKey from, List<Backend> backends, FactSink sink) {
        Map<ObjectName, List<Backend>> byService = new TreeMap<>();
        backends.forEach(b ->
                byService.computeIfAbsent(b.service(), s -> new ArrayList<>()).add(b));
        byService.forEach((service, leading) -> {
            List<String> hosts = new ArrayList<>();
            List<String> ports = new ArrayList<>();
            for (Backend backend : leading) {
                hosts.add(backend.host());
                String port = backend.portOf(dump);
                if (port != null) {
                    ports.add(port);
                }
            }
            AssetKey to = keys.of(AssetKind.KUBERNETES_SERVICE, service);
            sink.accept(new Relation(from, RelationType.ROUTES_TO, to, Routed.hosts(hosts, ports)));
        });
    }
}
