package dev.throughline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A set of network rules: security group, NSG, NACL, firewall.
 *
 * <p>Key: {@code cloud:<native id>}. Source: EC2 DescribeSecurityGroups;
 * Microsoft.Network/networkSecurityGroups; compute.googleapis.com/Firewall.
 *
 * @param key its key
 * @param name name
 * @param rules rules in the order they apply, each in the text form of {@link NetworkRule}
 * @param tags tags as {@code key=value}, sorted
 */
public record NetworkRuleSet(
        AssetKey key,
        @Nullable String name,
        @Nullable List<String> rules,
        @Nullable List<String> tags) implements Asset {
    /** Checks the key and copies lists. */
    public NetworkRuleSet {
        AssetKind.NETWORK_RULE_SET.check(key);
        rules = rules == null ? null : List.copyOf(rules);
        tags = tags == null ? null : List.copyOf(tags);
    }
}
