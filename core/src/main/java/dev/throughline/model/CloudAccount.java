package dev.throughline.model;

import org.jspecify.annotations.Nullable;

/**
 * An AWS account, Azure subscription or Google Cloud project.
 *
 * <p>Key: {@code cloudaccount:aws/111122223333}. Source: AWS Organizations; Azure Resource Manager; Google
 * Cloud Resource Manager.
 *
 * @param key its key
 * @param name name
 * @param provider aws, azure or gcp
 */
public record CloudAccount(
        AssetKey key, @Nullable String name, @Nullable String provider) implements Asset {
    /** Checks the key and copies lists. */
    public CloudAccount {
        AssetKind.CLOUD_ACCOUNT.check(key);
    }
}
