package dev.throughline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Gateway API route.
 *
 * <p>Key: {@code route:prod-eu/shop/HTTPRoute/payments}. Source: Gateway API v1 HTTPRoute and its siblings.
 *
 * @param key its key
 * @param name name
 * @param type kind of route
 * @param hosts host names
 */
public record KubernetesRoute(
        AssetKey key,
        @Nullable String name,
        @Nullable String type,
        @Nullable List<String> hosts) implements Asset {
    /** Checks the key and copies lists. */
    public KubernetesRoute {
        AssetKind.KUBERNETES_ROUTE.check(key);
        hosts = hosts == null ? null : List.copyOf(hosts);
    }
}
