package dev.throughline.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A long-lived key of an identity: its id, never its secret part.
 *
 * <p>Key: {@code cloud:<native id>}. Source: IAM ListAccessKeys; service account keys.
 *
 * @param key its key
 * @param name name
 * @param state active or inactive
 * @param lastUsedAt time of last use
 * @param tags tags as {@code key=value}, sorted
 */
public record AccessKey(
        AssetKey key,
        @Nullable String name,
        @Nullable String state,
        @Nullable Instant lastUsedAt,
        @Nullable List<String> tags)
        implements Asset {
    /** Checks the key and copies lists. */
    public AccessKey {
        AssetKind.ACCESS_KEY.check(key);
        tags = tags == null ? null : List.copyOf(tags);
    }
}
