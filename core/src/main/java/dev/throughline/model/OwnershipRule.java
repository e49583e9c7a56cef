package dev.throughline.model;

import org.jspecify.annotations.Nullable;

/**
 * A rule on who answers for which files of a repository. Of the rules of one section that fit a file the one with the
 * highest position counts, also if nobody owns it; the rules of other sections count beside it.
 *
 * <p>Key: {@code ownershiprule:github.com/acme/shop/.github/CODEOWNERS:12}. Source: GitHub, <em>About code owners</em>;
 * GitLab, <em>Code Owners</em>; Azure DevOps, policy <em>Required reviewers</em>.
 *
 * @param key its key
 * @param section section it belongs to; empty for rules outside of any
 * @param position place in the order of all rules of the repository, from 0
 * @param pattern pattern as it was written
 * @param glob the same pattern in one form for all platforms, for a path that starts with a slash: {@code *} and
 * {@code ?} stand for characters of a name, {@code /**} for nothing or anything below, {@code **} for any characters
 * @param place where it was written, as {@code path:line}
 */
public record OwnershipRule(
        AssetKey key,
        @Nullable String section,
        @Nullable Long position,
        @Nullable String pattern,
        @Nullable String glob,
        @Nullable String place)
        implements Asset {
    /** Checks the key. */
    public OwnershipRule {
        AssetKind.OWNERSHIP_RULE.check(key);
    }
}
