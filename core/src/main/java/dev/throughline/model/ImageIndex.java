package dev.throughline.model;

import org.jspecify.annotations.Nullable;

/**
 * An image index (manifest list) that names one manifest per platform.
 *
 * <p>Key: {@code imageindex:sha256:<64 hex>}. Source: OCI Image Specification 1.1, image index.
 *
 * @param key its key
 * @param mediaType media type
 */
public record ImageIndex(AssetKey key, @Nullable String mediaType) implements Asset {
    /** Checks the key and copies lists. */
    public ImageIndex {
        AssetKind.IMAGE_INDEX.check(key);
    }
}
