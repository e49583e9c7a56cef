package dev.throughline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A build or deployment definition: GitHub workflow, Azure pipeline (YAML or classic), GitLab CI file.
 *
 * <p>Key: {@code pipeline:github.com/acme/shop/.github/workflows/release.yml}. Source: GitHub REST {@code GET
 * /repos/{owner}/{repo}/actions/workflows} and workflow syntax.
 *
 * @param key its key
 * @param name display name
 * @param path path of the definition in the repository
 * @param nativeId id given by the platform
 * @param state active, disabled or deleted, as the platform says
 * @param triggers events that start it, such as push, pull_request_target or workflow_dispatch
 * @param permissions permissions of the job token as {@code scope: level}
 * @param jobs jobs in the text form of {@link PipelineJob}; null if the definition was not read
 */
public record Pipeline(
        AssetKey key,
        @Nullable String name,
        @Nullable String path,
        @Nullable String nativeId,
        @Nullable String state,
        @Nullable List<String> triggers,
        @Nullable List<String> permissions,
        @Nullable List<String> jobs)
        implements Asset {
    /** Checks the key and copies lists. */
    public Pipeline {
        AssetKind.PIPELINE.check(key);
        jobs = jobs == null ? null : List.copyOf(jobs);
        triggers = triggers == null ? null : List.copyOf(triggers);
        permissions = permissions == null ? null : List.copyOf(permissions);
    }
}
