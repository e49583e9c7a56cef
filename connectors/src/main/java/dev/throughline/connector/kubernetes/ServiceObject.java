package dev.throughline.connector.kubernetes;

import dev.throughline.connector.support.Fields;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Service (core/v1).
 *
 * @param name its name
 * @param type its type; ClusterIP is the default of the API
 * @param ports ports
 * @param selector labels of the pods behind it; empty where it selects none
 * @param externalAddresses {@code externalIPs}
 * @param loadBalancerAddresses addresses in the status of the load balancer
 * @param sourceRanges {@code loadBalancerSourceRanges}
 * @param annotations its settings
 * @param loadBalancerClass {@code loadBalancerClass}
 */
record ServiceObject(
        ObjectName name,
        String type,
        List<Port> ports,
        Map<String, String> selector,
        List<String> externalAddresses,
        List<String> loadBalancerAddresses,
        List<String> sourceRanges,
        List<String> annotations,
        @Nullable String loadBalancerClass) {
    /**
     * A port of a service.
     *
     * @param name name
     * @param number port
     * @param protocol protocol
     * @param target number or name of a port of the pods
     * @param nodePort port on every node
     */
    record Port(
            @Nullable String name,
            long number,
            String protocol,
            String target,
            @Nullable Long nodePort) {
        static Port of(Fields port) {
            long number = ContainerReader.number(port, "port");
            String target = port.scalar("targetPort");
            Long nodePort = port.number("nodePort");
            return new Port(
                    port.text("name"),
                    number,
                    ContainerReader.protocol(port),
                    target == null || target.isEmpty() || target.equals("0") ? String.valueOf(number) : target,
                    nodePort == null || nodePort == 0 ? null : nodePort);
        }

        /** {@return the text form of {@link dev.throughline.model.KubernetesService#ports()}} */
        @Override
        public String toString() {
            return number + "/" + protocol + "->" + target + (nodePort == null ? "" : "@" + nodePort);
        }
    }

    static ServiceObject of(Manifest manifest) {
        Fields spec = manifest.spec();
        String type = spec.text("type");
        return new ServiceObject(
                manifest.name(),
                type == null || type.isEmpty() ? "ClusterIP" : type,
                spec.list("ports").stream().map(Port::of).toList(),
                Map.copyOf(spec.stringMap("selector")),
                spec.strings("externalIPs"),
                manifest.loadBalancerAddresses(),
                spec.strings("loadBalancerSourceRanges"),
                manifest.settings(),
                spec.text("loadBalancerClass"));
    }

    /** Whether the pods with some labels are behind it. */
    boolean selects(Map<String, String> labels) {
        return !selector.isEmpty()
                && !type.equals("ExternalName")
                && labels.entrySet().containsAll(selector.entrySet());
    }
}
