package dev.throughline.risk.exposure.aws;

import dev.throughline.model.AssetKey;
import dev.throughline.model.NetworkRule;
import dev.throughline.model.NetworkRuleSet;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.risk.exposure.Addresses;
import java.util.ArrayList;
import java.util.List;

/**
 * What the security groups of an interface admit: the union of their rules.
 *
 * @param keys the groups
 * @param known whether the rules of all of them were read
 * @param rules their rules for what comes in
 */
record Groups(List<AssetKey> keys, boolean known, List<NetworkRule> rules) {
    /** The groups of an interface, or of what has none of its own. */
    static Groups of(RiskGraph graph, AssetKey placement) {
        List<AssetKey> keys = new ArrayList<>();
        List<NetworkRule> rules = new ArrayList<>();
        boolean known = true;
        for (var guarded : graph.outgoing(placement, RelationType.GUARDED_BY)) {
            if (guarded.to().value().contains(":security-group/")) {
                keys.add(guarded.to());
                List<String> texts = graph.find(guarded.to(), NetworkRuleSet.class)
                        .map(NetworkRuleSet::rules)
                        .orElse(null);
                known &= texts != null;
                (texts == null ? List.<String>of() : texts)
                        .stream()
                                .map(NetworkRule::parse)
                                .filter(NetworkRule::inbound)
                                .forEach(rules::add);
            }
        }
        return new Groups(keys, known, rules);
    }

    /** What they admit from public addresses. */
    List<Traffic> fromInternet() {
        return rules.stream()
                .flatMap(rule -> Traffic.of(rule).stream())
                .filter(traffic -> Addresses.holdPublic(List.of(traffic.source().toString())))
                .toList();
    }

    /** Lists of addresses that they admit, and whose content no rule tells. */
    List<String> lists() {
        return rules.stream()
                .flatMap(rule -> rule.peers().stream())
                .filter(peer -> peer.startsWith("pl-"))
                .distinct()
                .toList();
    }

    /** Whether they admit what comes from members of other groups, or from ranges. */
    boolean admit(List<AssetKey> others, List<Cidr> ranges) {
        return rules.stream()
                .anyMatch(rule -> rule.peers().stream().anyMatch(peer -> {
                    Cidr range = Cidr.parse(peer);
                    return range == null
                            ? others.stream().anyMatch(group -> group.text().equals(peer))
                            : ranges.stream().anyMatch(other -> range.and(other) != null);
                }));
    }
}
