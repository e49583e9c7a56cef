package dev.throughline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subnet of a network.
 *
 * <p>Key: {@code cloud:<native id>}. Source: EC2 DescribeSubnets; Microsoft.Network/virtualNetworks/subnets;
 * compute.googleapis.com/Subnetwork.
 *
 * @param key its key
 * @param name name
 * @param ranges address ranges
 * @param tags tags as {@code key=value}, sorted
 */
public record Subnet(
        AssetKey key,
        @Nullable String name,
        @Nullable List<String> ranges,
        @Nullable List<String> tags) implements Asset {
    /** Checks the key and copies lists. */
    public Subnet {
        AssetKind.SUBNET.check(key);
        ranges = ranges == null ? null : List.copyOf(ranges);
        tags = tags == null ? null : List.copyOf(tags);
    }
}
