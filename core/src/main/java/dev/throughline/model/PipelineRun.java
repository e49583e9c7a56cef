package dev.throughline.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a pipeline.
 *
 * <p>Key: {@code run:github.com/acme/shop/actions/runs/123}. Source: GitHub REST {@code GET
 * /repos/{owner}/{repo}/actions/runs}.
 *
 * @param key its key
 * @param nativeId id given by the platform
 * @param attempt attempt, from 1
 * @param event what started it
 * @param branch branch or tag it ran on
 * @param headRepository key of the repository whose commit it built; differs from its own for a fork
 * @param conclusion success, failure, … as the platform says
 * @param startedAt time the run started; of one that was repeated, its first attempt
 * @param endedAt time the run ended, or a later one: its last attempt, if it was repeated
 */
public record PipelineRun(
        AssetKey key,
        @Nullable String nativeId,
        @Nullable Long attempt,
        @Nullable String event,
        @Nullable String branch,
        @Nullable String headRepository,
        @Nullable String conclusion,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt)
        implements Asset {
    /** Checks the key and copies lists. */
    public PipelineRun {
        AssetKind.PIPELINE_RUN.check(key);
    }
}
