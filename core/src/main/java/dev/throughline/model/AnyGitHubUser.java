package dev.throughline.model;

/**
 * Anybody with a GitHub account.
 *
 * <p>Key: {@code outside:any-github-user}. Source: Entry point of attack paths.
 *
 * @param key its key
 */
public record AnyGitHubUser(AssetKey key) implements Asset {
    /** Checks the key and copies lists. */
    public AnyGitHubUser {
        AssetKind.ANY_GITHUB_USER.check(key);
    }
}
