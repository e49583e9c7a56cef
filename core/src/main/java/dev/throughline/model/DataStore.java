package dev.throughline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A store of data: bucket, container, database, queue, file share, AI service.
 *
 * <p>Key: {@code cloud:<native id>}. Source: S3, RDS, DynamoDB; Microsoft.Storage, Microsoft.Sql;
 * storage.googleapis.com/Bucket.
 *
 * @param key its key
 * @param name name
 * @param type type at its provider
 * @param publicAccess whether anybody may read it without signing in
 * @param encrypted whether it is encrypted at rest
 * @param publicNetwork whether it answers on a public network at all
 * @param openRanges ranges in CIDR notation that it answers to, sorted; empty for none, unknown if no filter was read
 * @param tags tags as {@code key=value}, sorted
 */
public record DataStore(
        AssetKey key,
        @Nullable String name,
        @Nullable String type,
        @Nullable Boolean publicAccess,
        @Nullable Boolean encrypted,
        @Nullable Boolean publicNetwork,
        @Nullable List<String> openRanges,
        @Nullable List<String> tags)
        implements Asset {
    /** Checks the key and copies lists. */
    public DataStore {
        AssetKind.DATA_STORE.check(key);
        openRanges = openRanges == null ? null : List.copyOf(openRanges);
        tags = tags == null ? null : List.copyOf(tags);
    }
}
