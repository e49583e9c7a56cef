package dev.throughline.model;

import org.jspecify.annotations.Nullable;

/**
 * A person or bot account on a source-control platform.
 *
 * <p>Key: {@code developer:github.com/octocat}. Source: GitHub REST users.
 *
 * @param key its key
 * @param login account name
 * @param name display name
 */
public record Developer(
        AssetKey key, @Nullable String login, @Nullable String name) implements Asset {
    /** Checks the key and copies lists. */
    public Developer {
        AssetKind.DEVELOPER.check(key);
    }
}
