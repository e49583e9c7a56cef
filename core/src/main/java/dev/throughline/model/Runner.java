package dev.throughline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A machine that executes pipeline jobs.
 *
 * <p>Key: {@code runner:github.com/acme/build-7}. Source: GitHub REST self-hosted runners; Azure DevOps agents.
 *
 * @param key its key
 * @param name name
 * @param os operating system
 * @param labels labels that jobs select it by
 * @param selfHosted whether the organization runs the machine itself
 * @param ephemeral whether it serves one job only
 * @param protectedRefsOnly whether it only serves protected branches and tags
 * @param runsUntagged whether it serves jobs that select no label
 */
public record Runner(
        AssetKey key,
        @Nullable String name,
        @Nullable String os,
        @Nullable List<String> labels,
        @Nullable Boolean selfHosted,
        @Nullable Boolean ephemeral,
        @Nullable Boolean protectedRefsOnly,
        @Nullable Boolean runsUntagged)
        implements Asset {
    /** Checks the key and copies lists. */
    public Runner {
        AssetKind.RUNNER.check(key);
        labels = labels == null ? null : List.copyOf(labels);
    }
}
