package dev.throughline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Kubernetes Service.
 *
 * <p>Key: {@code service:prod-eu/shop/payments}. Source: Kubernetes core/v1 Service.
 *
 * @param key its key
 * @param name name
 * @param type ClusterIP, NodePort, LoadBalancer or ExternalName
 * @param ports ports as {@code port/protocol->targetPort}, with {@code @nodePort} behind where one is open
 * @param externalAddresses {@code externalIPs}
 * @param loadBalancerAddresses addresses and host names in the status of the load balancer
 * @param sourceRanges {@code loadBalancerSourceRanges}
 * @param annotations annotations as {@code key=value}
 * @param loadBalancerClass {@code loadBalancerClass}: which controller makes its load balancer
 * @param endpoints addresses its EndpointSlices name that are no pods of the cluster
 */
public record KubernetesService(
        AssetKey key,
        @Nullable String name,
        @Nullable String type,
        @Nullable List<String> ports,
        @Nullable List<String> externalAddresses,
        @Nullable List<String> loadBalancerAddresses,
        @Nullable List<String> sourceRanges,
        @Nullable List<String> annotations,
        @Nullable String loadBalancerClass,
        @Nullable List<String> endpoints)
        implements Asset {
    /** Checks the key and copies lists. */
    public KubernetesService {
        AssetKind.KUBERNETES_SERVICE.check(key);
        ports = ports == null ? null : List.copyOf(ports);
        externalAddresses = externalAddresses == null ? null : List.copyOf(externalAddresses);
        loadBalancerAddresses = loadBalancerAddresses == null ? null : List.copyOf(loadBalancerAddresses);
        sourceRanges = sourceRanges == null ? null : List.copyOf(sourceRanges);
        annotations = annotations == null ? null : List.copyOf(annotations);
        endpoints = endpoints == null ? null : List.copyOf(endpoints);
    }
}
