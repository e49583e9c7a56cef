package dev.throughline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A load balancer or application gateway.
 *
 * <p>Key: {@code cloud:<native id>}. Source: ELBv2 DescribeLoadBalancers; Microsoft.Network/loadBalancers;
 * compute.googleapis.com/ForwardingRule.
 *
 * @param key its key
 * @param name name
 * @param internetFacing whether it has a public front end
 * @param addresses IP addresses and host names of its front ends
 * @param tags tags as {@code key=value}, sorted
 */
public record LoadBalancer(
        AssetKey key,
        @Nullable String name,
        @Nullable Boolean internetFacing,
        @Nullable List<String> addresses,
        @Nullable List<String> tags)
        implements Asset {
    /** Checks the key and copies lists. */
    public LoadBalancer {
        AssetKind.LOAD_BALANCER.check(key);
        addresses = addresses == null ? null : List.copyOf(addresses);
        tags = tags == null ? null : List.copyOf(tags);
    }
}
