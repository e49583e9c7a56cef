package dev.throughline.connector.kubernetes;

import dev.throughline.connector.support.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An EndpointSlice (discovery.k8s.io/v1): where traffic for a service goes.
 *
 * @param name its name
 * @param service the service it is for; none if it does not say
 * @param ports its ports
 * @param pods names of the pods among its endpoints
 * @param addresses addresses of the endpoints that are no pods
 */
record EndpointSliceObject(
        ObjectName name, @Nullable String service, List<Port> ports, List<String> pods, List<String> addresses) {
    private static final String SERVICE = "kubernetes.io/service-name";

    /**
     * A port of the endpoints.
     *
     * @param number port
     * @param protocol protocol
     */
    record Port(long number, String protocol) {}

    static EndpointSliceObject of(Manifest manifest) {
        List<Port> ports = new ArrayList<>();
        for (Fields port : manifest.root().list("ports")) {
            if (port.has("port")) {
                ports.add(new Port(ContainerReader.number(port, "port"), ContainerReader.protocol(port)));
            }
        }
        List<String> pods = new ArrayList<>();
        List<String> addresses = new ArrayList<>();
        for (Fields endpoint : manifest.root().list("endpoints")) {
            Fields target = endpoint.object("targetRef");
            if ("Pod".equals(target.text("kind"))) {
                pods.add(Manifest.nameAt(target, "name"));
            } else {
                addresses.addAll(endpoint.strings("addresses"));
            }
        }
        Map<String, String> labels = manifest.labels();
        return new EndpointSliceObject(
                manifest.name(), labels.get(SERVICE), List.copyOf(ports), List.copyOf(pods), List.copyOf(addresses));
    }
}
