package dev.throughline.model;

import org.jspecify.annotations.Nullable;

/**
 * A reusable action or workflow as a pipeline names it.
 *
 * <p>Key: {@code action:actions/checkout@v4}. Source: GitHub workflow syntax, {@code
 * jobs.<job_id>.steps[*].uses}.
 *
 * @param key its key
 * @param name owner, repository and path of the action
 * @param ref branch, tag or commit it is taken from
 * @param pinned whether the ref is a full commit id, which cannot move
 * @param repository key of the repository it is taken from; null for an image or where that cannot be told
 */
public record ActionReference(
        AssetKey key,
        @Nullable String name,
        @Nullable String ref,
        @Nullable Boolean pinned,
        @Nullable String repository)
        implements Asset {
    /** Checks the key and copies lists. */
    public ActionReference {
        AssetKind.ACTION_REFERENCE.check(key);
    }
}
