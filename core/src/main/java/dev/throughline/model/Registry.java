package dev.throughline.model;

import org.jspecify.annotations.Nullable;

/**
 * A container registry.
 *
 * <p>Key: {@code registry:ghcr.io}. Source: OCI Distribution Specification 1.1.
 *
 * @param key its key
 * @param host host name
 */
public record Registry(AssetKey key, @Nullable String host) implements Asset {
    /** Checks the key and copies lists. */
    public Registry {
        AssetKind.REGISTRY.check(key);
    }
}
