package dev.throughline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Kubernetes NetworkPolicy.
 *
 * <p>Key: {@code networkpolicy:prod-eu/shop/default-deny}. Source: Kubernetes networking.k8s.io/v1
 * NetworkPolicy.
 *
 * @param key its key
 * @param name name
 * @param isolatesIngress whether the pods it selects accept only what it allows
 * @param ingressFrom peers it allows in: {@code any}, {@code ipBlock=<cidr>} with {@code !<cidr>} behind for each exception, {@code namespaces=<selector>},
 * {@code pods=<selector>} or {@code namespaces=<selector>;pods=<selector>}, with {@code #<ports>} behind where
 * limited
 */
public record NetworkPolicy(
        AssetKey key,
        @Nullable String name,
        @Nullable Boolean isolatesIngress,
        @Nullable List<String> ingressFrom) implements Asset {
    /** Checks the key and copies lists. */
    public NetworkPolicy {
        AssetKind.NETWORK_POLICY.check(key);
        ingressFrom = ingressFrom == null ? null : List.copyOf(ingressFrom);
    }
}
