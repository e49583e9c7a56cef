package dev.throughline.connector.kubernetes;

import dev.throughline.connector.support.Fields;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ReferenceGrant (gateway.networking.k8s.io): which routes of other namespaces may lead to services of its own.
 *
 * @param name its name
 * @param from kinds of routes and their namespaces
 * @param services names of the services; none for all
 * @param all whether it is for all services
 */
record ReferenceGrantObject(ObjectName name, List<From> from, List<String> services, boolean all) {
    /**
     * Who may refer.
     *
     * @param kind kind of the route
     * @param namespace its namespace
     */
    record From(@Nullable String kind, @Nullable String namespace) {}

    static ReferenceGrantObject of(Manifest manifest) {
        List<String> services = new ArrayList<>();
        boolean all = false;
        for (Fields to : manifest.spec().list("to")) {
            if ("Service".equals(to.text("kind"))) {
                String name = to.text("name");
                all |= name == null;
                if (name != null) {
                    services.add(name);
                }
            }
        }
        return new ReferenceGrantObject(
                manifest.name(),
                manifest.spec().list("from").stream()
                        .map(from -> new From(from.text("kind"), from.text("namespace")))
                        .toList(),
                List.copyOf(services),
                all);
    }

    boolean admits(RouteObject route, ObjectName service) {
        return name.namespace().equals(service.namespace())
                && (all || services.contains(service.name()))
                && from.contains(new From(route.kind().apiName(), route.name().namespace()));
    }
}
