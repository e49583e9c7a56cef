package dev.throughline.connector.kubernetes;

import dev.throughline.connector.support.Fields;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An Ingress (networking.k8s.io/v1, and extensions/v1beta1 before it).
 *
 * @param name its name
 * @param className its class
 * @param hosts hosts of its rules; {@code *} for any
 * @param addresses addresses in its status
 * @param annotations its settings
 * @param backends where it leads
 */
record IngressObject(
        ObjectName name,
        @Nullable String className,
        List<String> hosts,
        List<String> addresses,
        List<String> annotations,
        List<Backend> backends) {
    private static final String ANY_HOST = "*";

    static IngressObject of(Manifest manifest) {
        Fields spec = manifest.spec();
        String namespace = manifest.name().namespace();
        Set<String> hosts = new LinkedHashSet<>();
        List<Backend> backends = new ArrayList<>();
        for (Fields rule : spec.list("rules")) {
            String written = rule.text("host");
            String host = written == null || written.isEmpty() ? ANY_HOST : written;
            hosts.add(host);
            for (Fields path : rule.object("http").list("paths")) {
                add(backends, host, namespace, path.object("backend"));
            }
        }
        for (String field : List.of("defaultBackend", "backend")) {
            if (spec.has(field)) {
                hosts.add(ANY_HOST);
                add(backends, ANY_HOST, namespace, spec.object(field));
            }
        }
        return new IngressObject(
                manifest.name(),
                spec.has("ingressClassName")
                        ? spec.text("ingressClassName")
                        : manifest.annotations().get("kubernetes.io/ingress.class"),
                List.copyOf(hosts),
                manifest.loadBalancerAddresses(),
                manifest.settings(),
                List.copyOf(backends));
    }

    /** A backend may also be another resource, such as a bucket; then it names no service. */
    private static void add(List<Backend> backends, String host, String namespace, Fields backend) {
        Fields service = backend.object("service");
        Fields port = service.object("port");
        if (!service.isAbsent()) {
            String number = port.scalar("number");
            ObjectName name = new ObjectName(namespace, Manifest.nameAt(service, "name"));
            backends.add(new Backend(host, name, number == null ? port.text("name") : number));
        } else if (backend.has("serviceName")) {
            ObjectName name = new ObjectName(namespace, Manifest.nameAt(backend, "serviceName"));
            backends.add(new Backend(host, name, backend.scalar("servicePort")));
        }
    }
}
