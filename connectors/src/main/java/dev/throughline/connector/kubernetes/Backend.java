package dev.throughline.connector.kubernetes;

import org.jspecify.annotations.Nullable;

/**
 * Where an Ingress or a route sends traffic.
 *
 * @param host host it is for; {@code *} for any
 * @param service the service
 * @param port number or name of a port of the service
 */
record Backend(String host, ObjectName service, @Nullable String port) {
    /** The number of the port, where the service tells it; else the port as written. */
    @Nullable
    String portOf(Dump dump) {
        ServiceObject known = dump.services.get(service);
        if (known != null && port != null) {
            for (ServiceObject.Port declared : known.ports()) {
                if (port.equals(declared.name())) {
                    return String.valueOf(declared.number());
                }
            }
        }
        return port;
    }
}
