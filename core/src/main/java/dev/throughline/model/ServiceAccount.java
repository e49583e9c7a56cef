package dev.throughline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Kubernetes service account.
 *
 * <p>Key: {@code serviceaccount:prod-eu/shop/payments}. Source: Kubernetes core/v1 ServiceAccount.
 *
 * @param key its key
 * @param name name
 * @param automountToken whether its token is mounted into pods; unknown means the default, yes
 * @param annotations annotations as {@code key=value}
 */
public record ServiceAccount(
        AssetKey key,
        @Nullable String name,
        @Nullable Boolean automountToken,
        @Nullable List<String> annotations) implements Asset {
    /** Checks the key and copies lists. */
    public ServiceAccount {
        AssetKind.SERVICE_ACCOUNT.check(key);
        annotations = annotations == null ? null : List.copyOf(annotations);
    }
}
