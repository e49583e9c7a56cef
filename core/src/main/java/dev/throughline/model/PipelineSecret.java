package dev.throughline.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A secret that a platform hands to pipelines: its name and reach, never its value.
 *
 * <p>Key: {@code pipelinesecret:github.com/acme/shop/DEPLOY_KEY}. Source: GitHub REST {@code GET
 * /repos/{owner}/{repo}/actions/secrets}.
 *
 * @param key its key
 * @param name name
 * @param level where it is defined: organization, repository or environment
 * @param updatedAt time it was last set
 * @param protectedRefsOnly whether only runs on protected branches and tags are handed it
 * @param visibility which repositories of its organization are handed it: all, private or selected
 */
public record PipelineSecret(
        AssetKey key,
        @Nullable String name,
        @Nullable String level,
        @Nullable Instant updatedAt,
        @Nullable Boolean protectedRefsOnly,
        @Nullable String visibility)
        implements Asset {
    /** Checks the key and copies lists. */
    public PipelineSecret {
        AssetKind.PIPELINE_SECRET.check(key);
    }
}
