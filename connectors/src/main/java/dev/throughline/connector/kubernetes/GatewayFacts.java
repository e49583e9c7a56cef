package dev.throughline.connector.kubernetes;

import dev.throughline.connector.kubernetes.GatewayObject.Listener;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.KubernetesGateway;
import dev.throughline.model.KubernetesRoute;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gateways, the routes attached to them, and the services behind those. */
final class GatewayFacts implements NamespaceFacts {
    /** Label of what an implementation makes for a gateway (Gateway API enhancement proposal 1762). */
    private static final String MADE_FOR = "gateway.networking.k8s.io/gateway-name";

    private final Keys keys;
    private final Dump dump;
    private final BackendFacts backends;

    GatewayFacts(Keys keys, Dump dump, BackendFacts backends) {
        this.keys = keys;
        this.dump = dump;
        this.backends = backends;
    }

    @Override
    public void emit(Workloads here, FactSink sink) {
        String namespace = here.namespace();
        dump.gateways.in(namespace).forEach(g -> gateway(g, here, sink));
        dump.routes.in(namespace).forEach(r -> route(r, sink));
    }

    private void gateway(GatewayObject gateway, Workloads here, FactSink sink) {
        String namespace = gateway.name().namespace();
        String name = gateway.name().name();
        AssetKey key = keys.of(AssetKind.KUBERNETES_GATEWAY, gateway.name());
        List<String> listeners = gateway.listeners().stream()
                .map(l -> l.port() + "/" + l.protocol())
                .toList();
        sink.accept(new KubernetesGateway(
                key,
                name,
                gateway.className(),
                listeners,
                gateway.addresses(),
                gateway.annotations(),
                controller(gateway)));
        sink.accept(new Relation(keys.namespace(namespace), RelationType.CONTAINS, key));
        PublicAddresses.route(gateway.addresses(), key, Map.of(), sink);
        for (RunningWorkload workload : here.fitting(l -> name.equals(l.get(MADE_FOR)))) {
            sink.accept(new Relation(key, RelationType.SELECTS, keys.workload(workload.name())));
        }
    }

    private void route(RouteObject route, FactSink sink) {
        AssetKey key = keys.of(AssetKind.KUBERNETES_ROUTE, route.path());
        sink.accept(new KubernetesRoute(
                key,
                route.name().name(),
                route.kind().apiName(),
                route.hosts().isEmpty() ? List.of("*") : route.hosts()));
        sink.accept(new Relation(keys.namespace(route.name().namespace()), RelationType.CONTAINS, key));
        for (RouteObject.Parent parent : route.parents()) {
            attach(route, key, parent, sink);
        }
        backends.route(
                key, route.backends().stream().filter(b -> mayLeadTo(route, b)).toList(), sink);
    }

    private @Nullable String controller(GatewayObject gateway) {
        return gateway.className() == null
                ? null
                : dump.gatewayClasses.get(new ObjectName(ObjectName.CLUSTER_WIDE, gateway.className()));
    }

    /**
     * A service of another namespace must admit a route of the Gateway API by a ReferenceGrant. Where the dump holds none at all, they may
     * not have been exported, and the route is taken at its word.
     */
    private boolean mayLeadTo(RouteObject route, Backend backend) {
        return backend.service().namespace().equals(route.name().namespace())
                || route.kind() == ObjectKind.VIRTUAL_SERVICE
                || dump.referenceGrants.all().isEmpty()
                || dump.referenceGrants.in(backend.service().namespace()).stream()
                        .anyMatch(grant -> grant.admits(route, backend.service()));
    }

    private void attach(RouteObject route, AssetKey key, RouteObject.Parent parent, FactSink sink) {
        AssetKey from = keys.of(AssetKind.KUBERNETES_GATEWAY, parent.gateway());
        GatewayObject gateway = dump.gateways.get(parent.gateway());
        if (gateway == null || route.kind() == ObjectKind.VIRTUAL_SERVICE) {
            sink.accept(new Relation(from, RelationType.ROUTES_TO, key, Routed.hosts(route.hosts(), List.of())));
            return;
        }
        List<String> ports = gateway.listeners().stream()
                .filter(l -> admits(l, route, parent))
                .map(l -> String.valueOf(l.port()))
                .toList();
        if (!ports.isEmpty()) {
            sink.accept(new Relation(from, RelationType.ROUTES_TO, key, Routed.hosts(route.hosts(), ports)));
        }
    }

    private boolean admits(Listener listener, RouteObject route, RouteObject.Parent parent) {
        boolean near = parent.gateway().namespace().equals(route.name().namespace());
        boolean meant = (parent.listener() == null || parent.listener().equals(listener.name()))
                && (parent.port() == null || parent.port() == listener.port());
        return meant
                && listener.meets(route.hosts())
                && (near || !listener.sameNamespace())
                && isChosen(listener, route.name().namespace());
    }

    /** A namespace whose labels are not known may be chosen. */
    private boolean isChosen(Listener listener, String namespace) {
        NamespaceObject known = dump.namespaces.get(new ObjectName(ObjectName.CLUSTER_WIDE, namespace));
        return listener.namespaces() == null
                || known == null
                || listener.namespaces().matches(known.labelsByName());
    }
}
