package dev.throughline.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A Git repository on a source-control platform.
 *
 * <p>Key: {@code repository:github.com/acme/shop}. Source: GitHub REST {@code GET /orgs/{org}/repos}; Azure
 * DevOps {@code git/repositories}; GitLab projects.
 *
 * @param key its key
 * @param name name without its owner
 * @param nativeId id given by the platform, which survives a rename
 * @param url address of its page
 * @param visibility who may read it
 * @param defaultBranch name of the default branch
 * @param archived whether it is read-only
 * @param fork whether it is a fork of another repository
 * @param codeScanning whether code scanning is on
 * @param secretScanning whether secret scanning is on
 * @param pushProtection whether pushes that hold secrets are refused
 * @param dependencyAlerts whether alerts on vulnerable dependencies are on
 * @param pushedAt time of the last push
 * @param createdAt time it was created; who has its name later has a later one
 * @param forkingAllowed whether whoever may read it may fork it
 * @param forkApproval which pull requests from forks run pipelines only once a member approved:
 *     {@code first_time_contributors_new_to_github}, {@code first_time_contributors}, {@code all_external_contributors}
 */
public record Repository(
        AssetKey key,
        @Nullable String name,
        @Nullable String nativeId,
        @Nullable String url,
        @Nullable Visibility visibility,
        @Nullable String defaultBranch,
        @Nullable Boolean archived,
        @Nullable Boolean fork,
        @Nullable Boolean codeScanning,
        @Nullable Boolean secretScanning,
        @Nullable Boolean pushProtection,
        @Nullable Boolean dependencyAlerts,
        @Nullable Instant pushedAt,
        @Nullable Instant createdAt,
        @Nullable Boolean forkingAllowed,
        @Nullable String forkApproval)
        implements Asset {
    /** Checks the key and copies lists. */
    public Repository {
        AssetKind.REPOSITORY.check(key);
    }
}
