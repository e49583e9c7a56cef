package dev.throughline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Kubernetes Role, or a ClusterRole when the namespace is {@code -}.
 *
 * <p>Key: {@code role:prod-eu/shop/reader}. Source: Kubernetes rbac.authorization.k8s.io/v1 Role and
 * ClusterRole.
 *
 * @param key its key
 * @param name name
 * @param rules rules in the text form of {@link RbacRule}
 */
public record Role(
        AssetKey key, @Nullable String name, @Nullable List<String> rules) implements Asset {
    /** Checks the key and copies lists. */
    public Role {
        AssetKind.ROLE.check(key);
        rules = rules == null ? null : List.copyOf(rules);
        if (rules != null) {
            rules.forEach(RbacRule::parse);
        }
    }
}
