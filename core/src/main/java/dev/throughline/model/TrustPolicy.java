package dev.throughline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule by which an outside identity may act as an identity, such as OpenID Connect federation.
 *
 * <p>Key: {@code cloud:<native id>}. Source: IAM role trust policy; Entra federated credential; workload
 * identity pool.
 *
 * @param key its key
 * @param name name
 * @param issuer issuer trusted
 * @param subject condition on the subject, with wildcards as written
 * @param audience audience expected
 * @param tags tags as {@code key=value}, sorted
 */
public record TrustPolicy(
        AssetKey key,
        @Nullable String name,
        @Nullable String issuer,
        @Nullable String subject,
        @Nullable String audience,
        @Nullable List<String> tags)
        implements Asset {
    /** Checks the key and copies lists. */
    public TrustPolicy {
        AssetKind.TRUST_POLICY.check(key);
        tags = tags == null ? null : List.copyOf(tags);
    }
}
