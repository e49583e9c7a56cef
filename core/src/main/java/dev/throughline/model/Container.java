package dev.throughline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A container of a workload: one entry of its pod template.
 *
 * <p>Key: {@code container:prod-eu/shop/Deployment/payments/app}. Source: Kubernetes core/v1 Container.
 *
 * @param key its key
 * @param name name
 * @param image image reference as written
 * @param privileged whether it is privileged
 * @param runAsUser user id it runs as
 * @param runAsNonRoot whether root is refused
 * @param allowPrivilegeEscalation whether a process may gain more privileges than its parent
 * @param capabilities added capabilities, without the prefix CAP_
 * @param ports ports as {@code number/protocol}, with {@code name=} in front where named
 * @param hostPorts ports opened on the node as {@code number/protocol}
 * @param type {@code app}, {@code init} for one that ends before the others start, {@code sidecar} for an init container
 * that goes on, or {@code ephemeral}
 * @param seccomp type of its seccomp profile: RuntimeDefault, Unconfined or Localhost
 * @param appArmor type of its AppArmor profile: RuntimeDefault, Unconfined or Localhost
 */
public record Container(
        AssetKey key,
        @Nullable String name,
        @Nullable String image,
        @Nullable Boolean privileged,
        @Nullable Long runAsUser,
        @Nullable Boolean runAsNonRoot,
        @Nullable Boolean allowPrivilegeEscalation,
        @Nullable List<String> capabilities,
        @Nullable List<String> ports,
        @Nullable List<String> hostPorts,
        @Nullable String type,
        @Nullable String seccomp,
        @Nullable String appArmor)
        implements Asset {
    /** Checks the key and copies lists. */
    public Container {
        AssetKind.CONTAINER.check(key);
        capabilities = capabilities == null ? null : List.copyOf(capabilities);
        ports = ports == null ? null : List.copyOf(ports);
        hostPorts = hostPorts == null ? null : List.copyOf(hostPorts);
    }
}
