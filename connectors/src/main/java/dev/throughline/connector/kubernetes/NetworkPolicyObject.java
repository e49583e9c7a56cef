package dev.throughline.connector.kubernetes;

import dev.throughline.connector.support.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A NetworkPolicy (networking.k8s.io/v1).
 *
 * @param name its name
 * @param selector selects the pods it is for
 * @param isolatesIngress whether those pods accept only what it and other policies allow
 * @param ingressFrom what it allows, in the text form of {@link dev.throughline.model.NetworkPolicy#ingressFrom()}
 */
record NetworkPolicyObject(ObjectName name, LabelSelector selector, boolean isolatesIngress, List<String> ingressFrom) {
    static NetworkPolicyObject of(Manifest manifest) {
        Fields spec = manifest.spec();
        // A policy that names no types is for ingress, and for egress too if it has egress rules.
        boolean isolates =
                !spec.has("policyTypes") || spec.strings("policyTypes").contains("Ingress");
        return new NetworkPolicyObject(
                manifest.name(),
                LabelSelector.of(spec.object("podSelector")),
                isolates,
                isolates ? ingress(spec.list("ingress")) : List.of());
    }

    private static List<String> ingress(List<Fields> rules) {
        List<String> entries = new ArrayList<>();
        for (Fields rule : rules) {
            String ports = ports(rule.list("ports"));
            List<Fields> peers = rule.list("from");
            if (peers.isEmpty()) {
                entries.add("any" + ports);
            }
            peers.forEach(p -> entries.add(peer(p) + ports));
        }
        return entries.stream().distinct().sorted().toList();
    }

    private static String peer(Fields peer) {
        if (peer.has("ipBlock")) {
            Fields block = peer.object("ipBlock");
            return Stream.concat(Stream.of("ipBlock=" + block.requiredText("cidr")), block.strings("except").stream())
                    .collect(Collectors.joining("!"));
        }
        List<String> parts = new ArrayList<>();
        if (peer.has("namespaceSelector")) {
            parts.add("namespaces=" + LabelSelector.of(peer.object("namespaceSelector")));
        }
        if (peer.has("podSelector")) {
            parts.add("pods=" + LabelSelector.of(peer.object("podSelector")));
        }
        // A peer that limits nothing is not allowed by the API; taken for what it would mean.
        return parts.isEmpty() ? "any" : String.join(";", parts);
    }

    private static String ports(List<Fields> ports) {
        return ports.isEmpty()
                ? ""
                : "#"
                        + String.join(
                                ",",
                                ports.stream().map(NetworkPolicyObject::port).toList());
    }

    private static String port(Fields port) {
        String first = port.scalar("port");
        Long last = port.number("endPort");
        return (first == null ? "*" : first) + (last == null ? "" : "-" + last) + "/" + ContainerReader.protocol(port);
    }
}
