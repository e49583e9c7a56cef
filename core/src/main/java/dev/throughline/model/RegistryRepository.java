package dev.throughline.model;

import org.jspecify.annotations.Nullable;

/**
 * A repository of a registry.
 *
 * <p>Key: {@code registryrepository:ghcr.io/acme/shop}. Source: OCI Distribution Specification 1.1,
 * <em>pull</em>.
 *
 * @param key its key
 * @param name name within the registry
 */
public record RegistryRepository(AssetKey key, @Nullable String name) implements Asset {
    /** Checks the key and copies lists. */
    public RegistryRepository {
        AssetKind.REGISTRY_REPOSITORY.check(key);
    }
}
