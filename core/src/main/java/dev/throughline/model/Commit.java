package dev.throughline.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A Git commit of a repository, named by its full object name.
 *
 * <p>Key: {@code commit:github.com/acme/shop@<40 hex>}. Source: Git object model; GitHub REST {@code GET
 * /repos/{owner}/{repo}/commits}.
 *
 * @param key its key
 * @param sha full object name, lower-case hex
 * @param author login of the author where the platform knows it
 * @param committedAt commit time as written in the commit; display data, never an order
 */
public record Commit(
        AssetKey key,
        @Nullable String sha,
        @Nullable String author,
        @Nullable Instant committedAt) implements Asset {
    /** Checks the key and copies lists. */
    public Commit {
        AssetKind.COMMIT.check(key);
    }
}
