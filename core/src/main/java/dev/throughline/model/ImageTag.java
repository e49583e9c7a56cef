package dev.throughline.model;

import org.jspecify.annotations.Nullable;

/**
 * A tag of a registry repository. A tag moves; only a digest is an identity.
 *
 * <p>Key: {@code imagetag:ghcr.io/acme/shop:1.4.2}. Source: OCI Distribution Specification 1.1, <em>tag</em>.
 *
 * @param key its key
 * @param name tag without its repository
 */
public record ImageTag(AssetKey key, @Nullable String name) implements Asset {
    /** Checks the key and copies lists. */
    public ImageTag {
        AssetKind.IMAGE_TAG.check(key);
    }
}
