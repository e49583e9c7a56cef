package dev.throughline.model;

import org.jspecify.annotations.Nullable;

/**
 * A public IP address or host name under which something answers.
 *
 * <p>Key: {@code address:203.0.113.10}. Source: Kubernetes load balancer status; cloud public IP resources.
 *
 * @param key its key
 * @param address IP address or host name
 */
public record PublicAddress(AssetKey key, @Nullable String address) implements Asset {
    /** Checks the key and copies lists. */
    public PublicAddress {
        AssetKind.PUBLIC_ADDRESS.check(key);
    }
}
