package dev.throughline.connector.kubernetes;

import com.google.common.base.Splitter;
import dev.throughline.connector.kubernetes.RouteObject.Parent;
import dev.throughline.connector.support.Fields;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a VirtualService (networking.istio.io/v1) as a route. Its gateways are those of Istio, which are mentioned and not
 * read, so that what they expose cannot be told, rather than look like nothing.
 */
final class VirtualServiceObject {
    private static final Splitter DOTS = Splitter.on('.');

    /** Stands for the side cars of the mesh, which are no gateway. */
    private static final String MESH = "mesh";

    private VirtualServiceObject() {}

    static RouteObject of(Manifest manifest) {
        Fields spec = manifest.spec();
        String namespace = manifest.name().namespace();
        List<String> hosts = spec.strings("hosts");
        List<Backend> backends = new ArrayList<>();
        for (String protocol : List.of("http", "tls", "tcp")) {
            for (Fields rule : spec.list(protocol)) {
                for (Fields route : rule.list("route")) {
                    Fields destination = route.object("destination");
                    ObjectName service = service(destination.requiredText("host"), namespace);
                    String port = destination.object("port").scalar("number");
                    (hosts.isEmpty() ? List.of("*") : hosts).forEach(h -> backends.add(new Backend(h, service, port)));
                }
            }
        }
        List<Parent> parents = new ArrayList<>();
        for (String gateway : spec.strings("gateways")) {
            if (!gateway.equals(MESH)) {
                int slash = gateway.indexOf('/');
                parents.add(new Parent(
                        new ObjectName(
                                slash < 0 ? namespace : ObjectName.check(gateway.substring(0, slash)),
                                ObjectName.check(gateway.substring(slash + 1))),
                        null,
                        null));
            }
        }
        return new RouteObject(manifest.kind(), manifest.name(), hosts, List.copyOf(parents), List.copyOf(backends));
    }

    /** A short name is one of its own namespace; a long one says the namespace after the first dot. */
    private static ObjectName service(String host, String namespace) {
        List<String> parts = DOTS.limit(3).splitToList(host);
        boolean isLong = parts.size() == 3 && parts.get(2).startsWith("svc");
        return isLong
                ? new ObjectName(ObjectName.check(parts.get(1)), ObjectName.check(parts.get(0)))
                : new ObjectName(namespace, ObjectName.check(host));
    }
}
