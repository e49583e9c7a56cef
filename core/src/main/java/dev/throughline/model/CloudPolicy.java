package dev.throughline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy document that grants or denies actions.
 *
 * <p>Key: {@code cloud:<native id>}. Source: IAM policies; Azure deny assignments.
 *
 * @param key its key
 * @param name name
 * @param statements statements, each in the text form of {@link PolicyStatement}
 * @param type what it does where it is attached: {@code identity}, {@code resource}, {@code permission-boundary}, {@code service-control}, {@code resource-control}, {@code session} or {@code deny-assignment}
 * @param tags tags as {@code key=value}, sorted
 */
public record CloudPolicy(
        AssetKey key,
        @Nullable String name,
        @Nullable List<String> statements,
        @Nullable String type,
        @Nullable List<String> tags)
        implements Asset {
    /** Checks the key and copies lists. */
    public CloudPolicy {
        AssetKind.CLOUD_POLICY.check(key);
        statements = statements == null ? null : List.copyOf(statements);
        tags = tags == null ? null : List.copyOf(tags);
    }
}
