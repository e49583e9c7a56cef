package dev.throughline.model;

import java.util.List;
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
 * @param locked whether nobody may write
 * @param reviewBypassers keys of developers and teams who need no review
 * @param pushers who may push where only named actors may: keys of developers and teams, or {@code role:maintain} for
 *     everybody with at least that role
 * @param creationBlocked whether new branches whose name fits may only be created by who may push; a name with {@code *} is a
 *     pattern
 */
public record Branch(
        AssetKey key,
        @Nullable String name,
        @Nullable Boolean isProtected,
        @Nullable Long requiredReviews,
        @Nullable Boolean codeOwnerReviews,
        @Nullable Boolean enforcedForAdmins,
        @Nullable Boolean pushRestricted,
        @Nullable Boolean forcePushAllowed,
        @Nullable Boolean locked,
        @Nullable List<String> reviewBypassers,
        @Nullable List<String> pushers,
        @Nullable Boolean creationBlocked)
        implements Asset {
    /** Checks the key and copies lists. */
    public Branch {
        AssetKind.BRANCH.check(key);
        reviewBypassers = reviewBypassers == null ? null : List.copyOf(reviewBypassers);
        pushers = pushers == null ? null : List.copyOf(pushers);
    }
}
