package dev.throughline.connector.kubernetes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is in a pod (core/v1 PodSpec). Booleans that the API leaves out when they are false are false here.
 *
 * @param serviceAccount name of the service account it runs as
 * @param automountToken {@code automountServiceAccountToken}
 * @param hostNetwork {@code hostNetwork}
 * @param hostPid {@code hostPID}
 * @param hostIpc {@code hostIPC}
 * @param shareProcessNamespace {@code shareProcessNamespace}
 * @param containers containers of every sort
 * @param volumes volumes that reach beyond the pod
 * @param tokenAudiences audiences of the tokens that volumes project; empty text for that of the API server
 */
record PodSpec(
        String serviceAccount,
        @Nullable Boolean automountToken,
        boolean hostNetwork,
        boolean hostPid,
        boolean hostIpc,
        boolean shareProcessNamespace,
        List<ContainerSpec> containers,
        List<VolumeSpec> volumes,
        List<String> tokenAudiences) {
    /**
     * A container (core/v1 Container), with the security context of its pod where it has none of its own.
     *
     * @param name name
     * @param image image reference as written
     * @param security what it may do
     * @param ports ports it declares
     * @param mounts volumes it mounts
     * @param environment secrets and config maps in its environment
     * @param flags arguments that tell which ingress class it serves, without leading hyphens
     * @param type app, init, sidecar or ephemeral
     */
    record ContainerSpec(
            String name,
            @Nullable String image,
            Security security,
            List<PortSpec> ports,
            List<MountSpec> mounts,
            Sources environment,
            List<String> flags,
            String type) {}

    /**
     * A security context (core/v1 SecurityContext).
     *
     * @param privileged {@code privileged}; false is the default of the API
     * @param runAsUser {@code runAsUser}; unknown leaves it to the image
     * @param runAsNonRoot {@code runAsNonRoot}; false is the default of the API
     * @param allowPrivilegeEscalation {@code allowPrivilegeEscalation}; true is the default of the API
     * @param capabilities added capabilities without the prefix CAP_
     * @param seccomp type of its seccomp profile
     * @param appArmor type of its AppArmor profile
     */
    record Security(
            boolean privileged,
            @Nullable Long runAsUser,
            boolean runAsNonRoot,
            boolean allowPrivilegeEscalation,
            List<String> capabilities,
            @Nullable String seccomp,
            @Nullable String appArmor) {}

    /**
     * A port of a container.
     *
     * @param name name
     * @param number port
     * @param protocol protocol
     * @param hostPort port it opens on the node
     */
    record PortSpec(
            @Nullable String name,
            long number,
            String protocol,
            @Nullable Long hostPort) {}

    /**
     * A mount of a volume.
     *
     * @param volume name of the volume
     * @param path path in the container
     * @param readOnly whether it is read-only
     */
    record MountSpec(String volume, @Nullable String path, boolean readOnly) {}

    /**
     * A volume.
     *
     * @param name name
     * @param type {@code hostPath} or {@code persistentVolumeClaim}; none for secrets and config maps
     * @param path path on the node, for hostPath
     * @param sources secrets and config maps in it
     */
    record VolumeSpec(
            String name, @Nullable String type, @Nullable String path, Sources sources) {}

    /**
     * Names of secrets and config maps.
     *
     * @param secrets names of secrets
     * @param configMaps names of config maps
     */
    record Sources(List<String> secrets, List<String> configMaps) {
        static final Sources NONE = new Sources(List.of(), List.of());
    }
}
