package dev.throughline.model;

import org.jspecify.annotations.Nullable;

/**
 * A running pod of a workload.
 *
 * <p>Key: {@code pod:prod-eu/shop/payments-6d5f-x2x}. Source: Kubernetes core/v1 Pod.
 *
 * @param key its key
 * @param name name
 * @param phase phase
 * @param address pod IP
 */
public record Pod(
        AssetKey key,
        @Nullable String name,
        @Nullable String phase,
        @Nullable String address) implements Asset {
    /** Checks the key and copies lists. */
    public Pod {
        AssetKind.POD.check(key);
    }
}
