package dev.throughline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A principal: user, service principal, managed identity, IAM role or user, Google service account.
 *
 * <p>Key: {@code cloud:<native id>}. Source: IAM GetAccountAuthorizationDetails; Microsoft Graph;
 * iam.googleapis.com/ServiceAccount.
 *
 * @param key its key
 * @param name name
 * @param type type at its provider
 * @param enabled whether it can sign in
 * @param tags tags as {@code key=value}, sorted
 */
public record Identity(
        AssetKey key,
        @Nullable String name,
        @Nullable String type,
        @Nullable Boolean enabled,
        @Nullable List<String> tags)
        implements Asset {
    /** Checks the key and copies lists. */
    public Identity {
        AssetKind.IDENTITY.check(key);
        tags = tags == null ? null : List.copyOf(tags);
    }
}
