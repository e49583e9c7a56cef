package dev.throughline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A virtual network: VPC, VNet.
 *
 * <p>Key: {@code cloud:<native id>}. Source: EC2 DescribeVpcs; Microsoft.Network/virtualNetworks;
 * compute.googleapis.com/Network.
 *
 * @param key its key
 * @param name name
 * @param tags tags as {@code key=value}, sorted
 */
public record Network(
        AssetKey key, @Nullable String name, @Nullable List<String> tags) implements Asset {
    /** Checks the key and copies lists. */
    public Network {
        AssetKind.NETWORK.check(key);
        tags = tags == null ? null : List.copyOf(tags);
    }
}
