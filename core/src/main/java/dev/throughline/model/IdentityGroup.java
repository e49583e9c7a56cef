package dev.throughline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group of principals.
 *
 * <p>Key: {@code cloud:<native id>}. Source: IAM groups; Entra groups; Cloud Identity groups.
 *
 * @param key its key
 * @param name name
 * @param tags tags as {@code key=value}, sorted
 */
public record IdentityGroup(
        AssetKey key, @Nullable String name, @Nullable List<String> tags) implements Asset {
    /** Checks the key and copies lists. */
    public IdentityGroup {
        AssetKind.IDENTITY_GROUP.check(key);
        tags = tags == null ? null : List.copyOf(tags);
    }
}
