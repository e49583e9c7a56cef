package dev.throughline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Kubernetes ConfigMap: its name and the names of its entries.
 *
 * <p>Key: {@code configmap:prod-eu/shop/settings}. Source: Kubernetes core/v1 ConfigMap.
 *
 * @param key its key
 * @param name name
 * @param entries names of its entries
 */
public record ConfigObject(
        AssetKey key, @Nullable String name, @Nullable List<String> entries) implements Asset {
    /** Checks the key and copies lists. */
    public ConfigObject {
        AssetKind.CONFIG_OBJECT.check(key);
        entries = entries == null ? null : List.copyOf(entries);
    }
}
