package dev.throughline.model;

import org.jspecify.annotations.Nullable;

/**
 * A file that Azure DevOps hands to pipelines.
 *
 * <p>Key: {@code securefile:dev.azure.com/acme/store/cert.pfx}. Source: Azure DevOps {@code
 * distributedtask/securefiles}.
 *
 * @param key its key
 * @param name name
 * @param openToAllPipelines whether every pipeline of the project may use it
 */
public record SecureFile(
        AssetKey key, @Nullable String name, @Nullable Boolean openToAllPipelines) implements Asset {
    /** Checks the key and copies lists. */
    public SecureFile {
        AssetKind.SECURE_FILE.check(key);
    }
}
