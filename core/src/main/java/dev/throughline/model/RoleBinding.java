package dev.throughline.model;

import org.jspecify.annotations.Nullable;

/**
 * A Kubernetes RoleBinding, or a ClusterRoleBinding when the namespace is {@code -}.
 *
 * <p>Key: {@code rolebinding:prod-eu/shop/payments-reader}. Source: Kubernetes rbac.authorization.k8s.io/v1
 * RoleBinding and ClusterRoleBinding.
 *
 * @param key its key
 * @param name name
 */
public record RoleBinding(AssetKey key, @Nullable String name) implements Asset {
    /** Checks the key and copies lists. */
    public RoleBinding {
        AssetKind.ROLE_BINDING.check(key);
    }
}
