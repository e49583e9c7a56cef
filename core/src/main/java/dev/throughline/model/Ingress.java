package dev.throughline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Kubernetes Ingress.
 *
 * <p>Key: {@code ingress:prod-eu/shop/web}. Source: Kubernetes networking.k8s.io/v1 Ingress.
 *
 * @param key its key
 * @param name name
 * @param className ingress class
 * @param hosts hosts of its rules; {@code *} where a rule names none
 * @param addresses addresses in its status
 * @param annotations annotations as {@code key=value}
 * @param controller the controller that its class names
 */
public record Ingress(
        AssetKey key,
        @Nullable String name,
        @Nullable String className,
        @Nullable List<String> hosts,
        @Nullable List<String> addresses,
        @Nullable List<String> annotations,
        @Nullable String controller)
        implements Asset {
    /** Checks the key and copies lists. */
    public Ingress {
        AssetKind.INGRESS.check(key);
        hosts = hosts == null ? null : List.copyOf(hosts);
        addresses = addresses == null ? null : List.copyOf(addresses);
        annotations = annotations == null ? null : List.copyOf(annotations);
    }
}
