package dev.throughline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node of a cluster.
 *
 * <p>Key: {@code node:prod-eu/ip-10-0-1-7}. Source: Kubernetes core/v1 Node.
 *
 * @param key its key
 * @param name name
 * @param internalAddresses addresses of type InternalIP
 * @param externalAddresses addresses of type ExternalIP
 * @param providerId id of the machine at its cloud
 * @param kubeletVersion version of the kubelet
 */
public record Node(
        AssetKey key,
        @Nullable String name,
        @Nullable List<String> internalAddresses,
        @Nullable List<String> externalAddresses,
        @Nullable String providerId,
        @Nullable String kubeletVersion)
        implements Asset {
    /** Checks the key and copies lists. */
    public Node {
        AssetKind.NODE.check(key);
        internalAddresses = internalAddresses == null ? null : List.copyOf(internalAddresses);
        externalAddresses = externalAddresses == null ? null : List.copyOf(externalAddresses);
    }
}
