package dev.throughline.connector.kubernetes;

import dev.throughline.connector.support.Fields;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A Gateway (gateway.networking.k8s.io/v1).
 *
 * @param name its name
 * @param className gateway class
 * @param listeners listeners
 * @param addresses addresses in its status
 */
record GatewayObject(ObjectName name, @Nullable String className, List<Listener> listeners, List<String> addresses) {
    /**
     * A listener of a gateway.
     *
     * @param name name
     * @param port port
     * @param protocol protocol
     * @param sameNamespace whether only routes of the namespace of the gateway may attach, the default of the API
     */
    record Listener(@Nullable String name, long port, String protocol, boolean sameNamespace) {
        static Listener of(Fields listener) {
            String from = listener.object("allowedRoutes").object("namespaces").text("from");
            return new Listener(
                    listener.text("name"),
                    ContainerReader.number(listener, "port"),
                    ContainerReader.protocol(listener),
                    from == null || from.equals("Same"));
        }
    }

    static GatewayObject of(Manifest manifest) {
        return new GatewayObject(
                manifest.name(),
                manifest.spec().text("gatewayClassName"),
                manifest.spec().list("listeners").stream().map(Listener::of).toList(),
                manifest.status().list("addresses").stream()
                        .flatMap(a -> Stream.ofNullable(a.text("value")))
                        .toList());
    }
}
