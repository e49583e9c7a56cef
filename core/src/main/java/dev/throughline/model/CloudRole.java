package dev.throughline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A role that can be assigned at a scope.
 *
 * <p>Key: {@code cloud:<native id>}. Source: Azure role definitions; Google Cloud roles.
 *
 * @param key its key
 * @param name name
 * @param permissions permissions it grants
 * @param tags tags as {@code key=value}, sorted
 */
public record CloudRole(
        AssetKey key,
        @Nullable String name,
        @Nullable List<String> permissions,
        @Nullable List<String> tags) implements Asset {
    /** Checks the key and copies lists. */
    public CloudRole {
        AssetKind.CLOUD_ROLE.check(key);
        permissions = permissions == null ? null : List.copyOf(permissions);
        tags = tags == null ? null : List.copyOf(tags);
    }
}
