package dev.throughline.model;

import org.jspecify.annotations.Nullable;

/**
 * The top-level owner of repositories on a source-control platform: GitHub organization or user, Azure DevOps
 * organization, GitLab top-level group.
 *
 * <p>Key: {@code organization:github.com/acme}. Source: GitHub REST {@code GET /orgs/{org}}; Azure DevOps
 * accounts; GitLab groups.
 *
 * @param key its key
 * @param name name as shown by the platform
 * @param url address of its page
 * @param basePermission permission every member has on every repository: none, read, write or admin
 * @param twoFactorRequired whether members must use two-factor authentication
 */
public record Organization(
        AssetKey key,
        @Nullable String name,
        @Nullable String url,
        @Nullable String basePermission,
        @Nullable Boolean twoFactorRequired)
        implements Asset {
    /** Checks the key and copies lists. */
    public Organization {
        AssetKind.ORGANIZATION.check(key);
    }
}
