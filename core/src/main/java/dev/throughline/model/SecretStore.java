package dev.throughline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A store of secrets: Azure Key Vault, AWS Secrets Manager, Google Secret Manager.
 *
 * <p>Key: {@code cloud:<native id>}. Source: Microsoft.KeyVault/vaults; Secrets Manager;
 * secretmanager.googleapis.com/Secret.
 *
 * @param key its key
 * @param name name
 * @param type type at its provider
 * @param publicNetwork whether it answers on a public network at all
 * @param openRanges ranges in CIDR notation that it answers to, sorted; empty for none, unknown if no filter was read
 * @param tags tags as {@code key=value}, sorted
 */
public record SecretStore(
        AssetKey key,
        @Nullable String name,
        @Nullable String type,
        @Nullable Boolean publicNetwork,
        @Nullable List<String> openRanges,
        @Nullable List<String> tags)
        implements Asset {
    /** Checks the key and copies lists. */
    public SecretStore {
        AssetKind.SECRET_STORE.check(key);
        openRanges = openRanges == null ? null : List.copyOf(openRanges);
        tags = tags == null ? null : List.copyOf(tags);
    }
}
