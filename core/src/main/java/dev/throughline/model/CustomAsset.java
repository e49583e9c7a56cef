package dev.throughline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An asset of a kind that an embedding application adds.
 *
 * <p>Key: {@code custom:<kind>/<id>}. Source: The embedding application.
 *
 * @param key its key
 * @param type kind, as the application names it
 * @param name name
 * @param properties declared properties as {@code key=value}, sorted
 */
public record CustomAsset(
        AssetKey key,
        @Nullable String type,
        @Nullable String name,
        @Nullable List<String> properties) implements Asset {
    /** Checks the key and copies lists. */
    public CustomAsset {
        AssetKind.CUSTOM_ASSET.check(key);
        properties = properties == null ? null : List.copyOf(properties);
    }
}
