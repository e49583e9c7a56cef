package dev.throughline.connector.kubernetes;

import dev.throughline.connector.kubernetes.PodSpec.ContainerSpec;
import dev.throughline.connector.kubernetes.PodSpec.MountSpec;
import dev.throughline.connector.kubernetes.PodSpec.PortSpec;
import dev.throughline.connector.kubernetes.PodSpec.Security;
import dev.throughline.connector.kubernetes.PodSpec.Sources;
import dev.throughline.connector.kubernetes.PodSpec.VolumeSpec;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.WrongShape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the containers of one pod (core/v1 Container). */
final class ContainerReader {
    private final Fields podSecurity;
    private final boolean hostNetwork;
    private final Set<String> volumes;

    ContainerReader(Fields podSecurity, boolean hostNetwork, List<VolumeSpec> volumes) {
        this.podSecurity = podSecurity;
        this.hostNetwork = hostNetwork;
        this.volumes = volumes.stream().map(VolumeSpec::name).collect(Collectors.toUnmodifiableSet());
    }

    ContainerSpec read(Fields container, String type) {
        return new ContainerSpec(
                Manifest.nameAt(container, "name"),
                container.text("image"),
                security(container.object("securityContext")),
                ports(container),
                mounts(container),
                environment(container),
                IngressControllers.flags(container),
                type);
    }

    private Security security(Fields own) {
        Boolean privileged = own.bool("privileged");
        Boolean escalation = own.bool("allowPrivilegeEscalation");
        return new Security(
                Boolean.TRUE.equals(privileged),
                own.has("runAsUser") ? own.number("runAsUser") : podSecurity.number("runAsUser"),
                PodTemplateReader.isTrue(own.has("runAsNonRoot") ? own : podSecurity, "runAsNonRoot"),
                escalation == null || escalation,
                capabilities(own.object("capabilities")),
                profile(own, "seccompProfile"),
                profile(own, "appArmorProfile"));
    }

    private @Nullable String profile(Fields own, String field) {
        return (own.has(field) ? own : podSecurity).object(field).text("type");
    }

    private static List<String> capabilities(Fields changed) {
        List<String> added = new ArrayList<>();
        for (String name : changed.strings("add")) {
            added.add(capability(name));
        }
        return List.copyOf(added);
    }

    private static String capability(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return upper.startsWith("CAP_") ? upper.substring("CAP_".length()) : upper;
    }

    private List<PortSpec> ports(Fields container) {
        List<PortSpec> ports = new ArrayList<>();
        for (Fields port : container.list("ports")) {
            ports.add(port(port));
        }
        return List.copyOf(ports);
    }

    private PortSpec port(Fields port) {
        long number = number(port, "containerPort");
        Long hostPort = port.has("hostPort") ? Long.valueOf(number(port, "hostPort")) : null;
        // On the network of the node every port is a port of the node.
        Long opened = hostPort == null && hostNetwork ? Long.valueOf(number) : hostPort;
        return new PortSpec(port.text("name"), number, protocol(port), opened == null || opened == 0 ? null : opened);
    }

    /** A required number. */
    static long number(Fields fields, String name) {
        Long number = fields.number(name);
        if (number == null) {
            throw new WrongShape(fields.get(name).pointer(), "this field is required and has no value");
        }
        return number;
    }

    /** The protocol of a port; TCP is the default of the API. */
    static String protocol(Fields port) {
        String protocol = port.text("protocol");
        return protocol == null || protocol.isEmpty() ? "TCP" : protocol;
    }

    private List<MountSpec> mounts(Fields container) {
        List<MountSpec> mounts = new ArrayList<>();
        for (Fields mount : container.list("volumeMounts")) {
            String volume = mount.requiredText("name");
            if (volumes.contains(volume)) {
                mounts.add(new MountSpec(volume, path(mount), PodTemplateReader.isTrue(mount, "readOnly")));
            }
        }
        return List.copyOf(mounts);
    }

    private static @Nullable String path(Fields mount) {
        String path = mount.text("mountPath");
        return path == null || path.isEmpty() ? null : path;
    }

    private static Sources environment(Fields container) {
        Set<String> secrets = new LinkedHashSet<>();
        Set<String> configMaps = new LinkedHashSet<>();
        for (Fields variable : container.list("env")) {
            Fields from = variable.object("valueFrom");
            VolumeReader.add(secrets, from.object("secretKeyRef"), "name");
            VolumeReader.add(configMaps, from.object("configMapKeyRef"), "name");
        }
        for (Fields from : container.list("envFrom")) {
            VolumeReader.add(secrets, from.object("secretRef"), "name");
            VolumeReader.add(configMaps, from.object("configMapRef"), "name");
        }
        return new Sources(List.copyOf(secrets), List.copyOf(configMaps));
    }
}
