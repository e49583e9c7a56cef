package dev.throughline.model;

import org.jspecify.annotations.Nullable;

/**
 * A region of a cloud provider.
 *
 * <p>Key: {@code cloudregion:aws/eu-west-1}. Source: AWS, Azure and Google Cloud region lists.
 *
 * @param key its key
 * @param name name
 */
public record CloudRegion(AssetKey key, @Nullable String name) implements Asset {
    /** Checks the key and copies lists. */
    public CloudRegion {
        AssetKind.CLOUD_REGION.check(key);
    }
}
