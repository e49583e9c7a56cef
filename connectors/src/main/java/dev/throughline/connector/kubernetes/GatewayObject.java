package dev.throughline.connector.kubernetes;

import dev.throughline.connector.support.Fields;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A Gateway (gateway.networking.k8s.io/v1).
 *
 * @param name its name
 * @param className gateway class
 * @param listeners listeners
 * @param addresses addresses in its status
 * @param annotations its settings, and those that it hands on to what is made for it
 */
record GatewayObject(
        ObjectName name,
        @Nullable String className,
        List<Listener> listeners,
        List<String> addresses,
        List<String> annotations) {
    /**
     * A listener of a gateway.
     *
     * @param name name
     * @param port port
     * @param protocol protocol
     * @param host host name that routes must meet; none for any
     * @param sameNamespace whether only routes of the namespace of the gateway may attach, the default of the API
     * @param namespaces selects the namespaces whose routes may attach; none for all
     */
    record Listener(
            @Nullable String name,
            long port,
            String protocol,
            @Nullable String host,
            boolean sameNamespace,
            @Nullable LabelSelector namespaces) {
        static Listener of(Fields listener) {
            Fields namespaces = listener.object("allowedRoutes").object("namespaces");
            String from = namespaces.text("from");
            return new Listener(
                    listener.text("name"),
                    ContainerReader.number(listener, "port"),
                    ContainerReader.protocol(listener),
                    listener.text("hostname"),
                    from == null || from.equals("Same"),
                    "Selector".equals(from) ? LabelSelector.of(namespaces.object("selector")) : null);
        }

        /** Whether a route with some host names meets its own. */
        boolean meets(List<String> hosts) {
            return host == null
                    || host.isEmpty()
                    || hosts.isEmpty()
                    || hosts.stream().anyMatch(other -> covers(host, other) || covers(other, host));
        }

        private static boolean covers(String pattern, String host) {
            return pattern.startsWith("*.") ? host.endsWith(pattern.substring(1)) : pattern.equals(host);
        }
    }

    static GatewayObject of(Manifest manifest) {
        return new GatewayObject(
                manifest.name(),
                manifest.spec().text("gatewayClassName"),
                manifest.spec().list("listeners").stream().map(Listener::of).toList(),
                manifest.status().list("addresses").stream()
                        .flatMap(a -> Stream.ofNullable(a.text("value")))
                        .toList(),
                annotations(manifest));
    }

    private static List<String> annotations(Manifest manifest) {
        Map<String, String> handedOn = manifest.spec().object("infrastructure").stringMap("annotations");
        return Stream.concat(manifest.settings().stream(), Manifest.texts(handedOn).stream())
                .distinct()
                .sorted()
                .toList();
    }
}
