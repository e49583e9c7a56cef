package dev.throughline.model;

import org.jspecify.annotations.Nullable;

/**
 * A stored credential by which pipelines reach a cloud or service.
 *
 * <p>Key: {@code serviceconnection:dev.azure.com/acme/store/azure-prod}. Source: Azure DevOps {@code
 * serviceendpoint/endpoints}.
 *
 * @param key its key
 * @param name name
 * @param type type, such as azurerm or kubernetes
 * @param openToAllPipelines whether every pipeline of the project may use it
 * @param requiredApprovers number of people of whom one must approve its use; 0 when none
 * @param protectedBranchesOnly whether a check admits only certain branches
 */
public record ServiceConnection(
        AssetKey key,
        @Nullable String name,
        @Nullable String type,
        @Nullable Boolean openToAllPipelines,
        @Nullable Long requiredApprovers,
        @Nullable Boolean protectedBranchesOnly)
        implements Asset {
    /** Checks the key and copies lists. */
    public ServiceConnection {
        AssetKind.SERVICE_CONNECTION.check(key);
    }
}
