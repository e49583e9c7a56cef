package dev.throughline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Gateway API Gateway.
 *
 * <p>Key: {@code gateway:prod-eu/shop/public}. Source: Gateway API v1 Gateway.
 *
 * @param key its key
 * @param name name
 * @param className gateway class
 * @param listeners listeners as {@code port/protocol}
 * @param addresses addresses in its status
 * @param annotations annotations as {@code key=value}
 * @param controller the controller that its class names
 */
public record KubernetesGateway(
        AssetKey key,
        @Nullable String name,
        @Nullable String className,
        @Nullable List<String> listeners,
        @Nullable List<String> addresses,
        @Nullable List<String> annotations,
        @Nullable String controller)
        implements Asset {
    /** Checks the key and copies lists. */
    public KubernetesGateway {
        AssetKind.KUBERNETES_GATEWAY.check(key);
        listeners = listeners == null ? null : List.copyOf(listeners);
        addresses = addresses == null ? null : List.copyOf(addresses);
        annotations = annotations == null ? null : List.copyOf(annotations);
    }
}
