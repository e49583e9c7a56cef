package dev.throughline.model;

import org.jspecify.annotations.Nullable;

/**
 * A group of runners with one access rule.
 *
 * <p>Key: {@code runnergroup:github.com/acme/default}. Source: GitHub REST self-hosted runner groups.
 *
 * @param key its key
 * @param name name
 * @param visibility which repositories may use it: all, selected or private
 * @param allowsPublicRepositories whether public repositories may use it
 */
public record RunnerGroup(
        AssetKey key,
        @Nullable String name,
        @Nullable String visibility,
        @Nullable Boolean allowsPublicRepositories) implements Asset {
    /** Checks the key and copies lists. */
    public RunnerGroup {
        AssetKind.RUNNER_GROUP.check(key);
    }
}
