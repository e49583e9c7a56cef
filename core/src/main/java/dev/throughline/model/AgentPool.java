package dev.throughline.model;

import org.jspecify.annotations.Nullable;

/**
 * A pool of Azure DevOps agents.
 *
 * <p>Key: {@code agentpool:dev.azure.com/acme/default}. Source: Azure DevOps {@code distributedtask/pools}.
 *
 * @param key its key
 * @param name name
 * @param hosted whether the platform runs the machines
 * @param openToAllPipelines whether every pipeline of a project may use it
 */
public record AgentPool(
        AssetKey key,
        @Nullable String name,
        @Nullable Boolean hosted,
        @Nullable Boolean openToAllPipelines) implements Asset {
    /** Checks the key and copies lists. */
    public AgentPool {
        AssetKind.AGENT_POOL.check(key);
    }
}
