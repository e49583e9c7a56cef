package dev.throughline.model;

import org.jspecify.annotations.Nullable;

/**
 * A volume of a workload that reaches beyond it.
 *
 * <p>Key: {@code volume:prod-eu/shop/DaemonSet/agent/host-root}. Source: Kubernetes core/v1 Volume.
 *
 * @param key its key
 * @param name name
 * @param type hostPath, projected, persistentVolumeClaim, …
 * @param path path on the node, for hostPath
 * @param readOnly whether every mount of it is read-only
 */
public record Volume(
        AssetKey key,
        @Nullable String name,
        @Nullable String type,
        @Nullable String path,
        @Nullable Boolean readOnly) implements Asset {
    /** Checks the key and copies lists. */
    public Volume {
        AssetKind.VOLUME.check(key);
    }
}
