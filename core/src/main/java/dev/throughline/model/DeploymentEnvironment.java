package dev.throughline.model;

import org.jspecify.annotations.Nullable;

/**
 * A deployment target that guards jobs: GitHub environment, Azure DevOps environment.
 *
 * <p>Key: {@code environment:github.com/acme/shop/production}. Source: GitHub REST {@code GET
 * /repos/{owner}/{repo}/environments}. One that only artifact deployment records name
 * belongs to the organization: {@code environment:github.com/acme/production}.
 *
 * @param key its key
 * @param name name
 * @param requiredReviewers number of reviewers of whom one must approve; 0 when none
 * @param protectedBranchesOnly whether only protected branches may deploy
 */
public record DeploymentEnvironment(
        AssetKey key,
        @Nullable String name,
        @Nullable Long requiredReviewers,
        @Nullable Boolean protectedBranchesOnly) implements Asset {
    /** Checks the key and copies lists. */
    public DeploymentEnvironment {
        AssetKind.DEPLOYMENT_ENVIRONMENT.check(key);
    }
}
