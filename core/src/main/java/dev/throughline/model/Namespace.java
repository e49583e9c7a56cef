package dev.throughline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A namespace of a cluster.
 *
 * <p>Key: {@code namespace:prod-eu/shop}. Source: Kubernetes core/v1 Namespace.
 *
 * @param key its key
 * @param name name
 * @param podSecurity enforced Pod Security Standard: privileged, baseline or restricted
 * @param labels labels as {@code key=value}
 */
public record Namespace(
        AssetKey key,
        @Nullable String name,
        @Nullable String podSecurity,
        @Nullable List<String> labels) implements Asset {
    /** Checks the key and copies lists. */
    public Namespace {
        AssetKind.NAMESPACE.check(key);
        labels = labels == null ? null : List.copyOf(labels);
    }
}
