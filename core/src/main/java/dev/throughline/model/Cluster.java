package dev.throughline.model;

import org.jspecify.annotations.Nullable;

/**
 * A Kubernetes cluster.
 *
 * <p>Key: {@code cluster:prod-eu}. Source: Kubernetes API.
 *
 * @param key its key
 * @param name name
 * @param version version of the API server
 */
public record Cluster(
        AssetKey key, @Nullable String name, @Nullable String version) implements Asset {
    /** Checks the key and copies lists. */
    public Cluster {
        AssetKind.CLUSTER.check(key);
    }
}
