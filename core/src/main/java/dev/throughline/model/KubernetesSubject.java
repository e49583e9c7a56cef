package dev.throughline.model;

import org.jspecify.annotations.Nullable;

/**
 * A user or group that roles of a cluster are bound to and that the cluster itself does not know, such as
 * {@code system:authenticated}.
 *
 * <p>Key: {@code subject:prod-eu/Group/system:masters}. Source: Kubernetes rbac.authorization.k8s.io/v1 Subject.
 *
 * @param key its key
 * @param name name
 * @param type User or Group
 */
public record KubernetesSubject(
        AssetKey key, @Nullable String name, @Nullable String type) implements Asset {
    /** Checks the key. */
    public KubernetesSubject {
        AssetKind.KUBERNETES_SUBJECT.check(key);
    }
}
