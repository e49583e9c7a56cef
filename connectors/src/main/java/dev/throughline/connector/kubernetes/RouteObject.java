package dev.throughline.connector.kubernetes;

import dev.throughline.connector.support.Fields;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A route of the Gateway API: HTTPRoute and its siblings (gateway.networking.k8s.io).
 *
 * @param kind kind of route
 * @param name its name
 * @param hosts host names
 * @param parents gateways it attaches to
 * @param backends where it leads
 */
record RouteObject(ObjectKind kind, ObjectName name, List<String> hosts, List<Parent> parents, List<Backend> backends) {
    /**
     * A gateway that a route attaches to.
     *
     * @param gateway the gateway
     * @param listener name of the listener; all of them where none is named
     * @param port port of the listener; any where none is named
     */
    record Parent(
            ObjectName gateway,
            @Nullable String listener,
            @Nullable Long port) {}

    static RouteObject of(Manifest manifest) {
        Fields spec = manifest.spec();
        List<String> hosts = spec.strings("hostnames");
        List<Backend> backends = new ArrayList<>();
        for (Fields rule : spec.list("rules")) {
            for (Fields backend : rule.list("backendRefs")) {
                if (isA("Service", backend)) {
                    ObjectName service = reference(manifest, backend);
                    String port = backend.scalar("port");
                    (hosts.isEmpty() ? List.of("*") : hosts).forEach(h -> backends.add(new Backend(h, service, port)));
                }
            }
        }
        List<Parent> parents = new ArrayList<>();
        for (Fields parent : spec.list("parentRefs")) {
            if (isA("Gateway", parent)) {
                parents.add(new Parent(reference(manifest, parent), parent.text("sectionName"), parent.number("port")));
            }
        }
        return new RouteObject(manifest.kind(), manifest.name(), hosts, List.copyOf(parents), List.copyOf(backends));
    }

    /** Its name among routes of all kinds. */
    ObjectName path() {
        return new ObjectName(name.namespace(), kind.apiName() + "/" + name.name());
    }

    private static boolean isA(String kind, Fields reference) {
        return !reference.has("kind") || kind.equals(reference.text("kind"));
    }

    private static ObjectName reference(Manifest from, Fields reference) {
        String namespace = reference.has("namespace")
                ? Manifest.nameAt(reference, "namespace")
                : from.name().namespace();
        return new ObjectName(namespace, Manifest.nameAt(reference, "name"));
    }
}
