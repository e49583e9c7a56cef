package dev.throughline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A gateway of a network: internet gateway, NAT, VPN.
 *
 * <p>Key: {@code cloud:<native id>}. Source: EC2 DescribeInternetGateways;
 * Microsoft.Network/virtualNetworkGateways.
 *
 * @param key its key
 * @param name name
 * @param type type at its provider
 * @param tags tags as {@code key=value}, sorted
 */
public record NetworkGateway(
        AssetKey key,
        @Nullable String name,
        @Nullable String type,
        @Nullable List<String> tags) implements Asset {
    /** Checks the key and copies lists. */
    public NetworkGateway {
        AssetKind.NETWORK_GATEWAY.check(key);
        tags = tags == null ? null : List.copyOf(tags);
    }
}
