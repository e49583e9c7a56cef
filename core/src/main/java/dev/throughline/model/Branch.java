package dev.throughline.model;

import org.jspecify.annotations.Nullable;

/**
 * A branch that matters to the analysis: the default branch and protected ones.
 *
 * <p>Key: {@code branch:github.com/acme/shop@main}. Source: GitHub REST {@code GET
 * /repos/{owner}/{repo}/branches} and branch protection.
 *
 * @param key its key
 * @param name name without {@code refs/heads/}
 * @param isProtected whether any protection rule applies
 * @param requiredReviews approving reviews a pull request needs; 0 when none
 * @param codeOwnerReviews whether a code owner must approve
 * @param enforcedForAdmins whether administrators are bound too
 * @param pushRestricted whether only named actors may push
 * @param forcePushAllowed whether history may be rewritten
 */
public record Branch(
        AssetKey key,
        @Nullable String name,
        @Nullable Boolean isProtected,
        @Nullable Long requiredReviews,
        @Nullable Boolean codeOwnerReviews,
        @Nullable Boolean enforcedForAdmins,
        @Nullable Boolean pushRestricted,
        @Nullable Boolean forcePushAllowed)
        implements Asset {
    /** Checks the key and copies lists. */
    public Branch {
        AssetKind.BRANCH.check(key);
    }
}
