package dev.throughline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A managed encryption key.
 *
 * <p>Key: {@code cloud:<native id>}. Source: KMS; Microsoft.KeyVault/vaults/keys;
 * cloudkms.googleapis.com/CryptoKey.
 *
 * @param key its key
 * @param name name
 * @param tags tags as {@code key=value}, sorted
 */
public record EncryptionKey(
        AssetKey key, @Nullable String name, @Nullable List<String> tags) implements Asset {
    /** Checks the key and copies lists. */
    public EncryptionKey {
        AssetKind.ENCRYPTION_KEY.check(key);
        tags = tags == null ? null : List.copyOf(tags);
    }
}
