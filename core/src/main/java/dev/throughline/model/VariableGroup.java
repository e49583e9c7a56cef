package dev.throughline.model;

import org.jspecify.annotations.Nullable;

/**
 * A group of pipeline variables.
 *
 * <p>Key: {@code variablegroup:dev.azure.com/acme/store/prod}. Source: Azure DevOps {@code
 * distributedtask/variablegroups}.
 *
 * @param key its key
 * @param name name
 * @param hasSecrets whether a variable of it is secret
 * @param openToAllPipelines whether every pipeline of the project may use it
 * @param requiredApprovers number of people of whom one must approve its use; 0 when none
 * @param protectedBranchesOnly whether a check admits only certain branches
 */
public record VariableGroup(
        AssetKey key,
        @Nullable String name,
        @Nullable Boolean hasSecrets,
        @Nullable Boolean openToAllPipelines,
        @Nullable Long requiredApprovers,
        @Nullable Boolean protectedBranchesOnly)
        implements Asset {
    /** Checks the key and copies lists. */
    public VariableGroup {
        AssetKind.VARIABLE_GROUP.check(key);
    }
}
