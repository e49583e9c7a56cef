package dev.throughline.risk.exposure.azure;

import dev.throughline.model.AssetKey;
import dev.throughline.model.NetworkRule;
import dev.throughline.model.NetworkRuleSet;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.risk.exposure.Traffic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What network security groups let in from the internet (Azure, <em>How network security groups filter network traffic</em>):
 * that of the subnet first, then that of the interface, and both must allow.
 */
final class SecurityGroups {
    private final RiskGraph graph;
    private final Map<AssetKey, List<NetworkRule>> rules = new HashMap<>();
    private final Map<Question, Traffic> answers = new HashMap<>();

    SecurityGroups(RiskGraph graph) {
        this.graph = graph;
    }

    /** The groups that guard an asset. */
    List<AssetKey> guarding(AssetKey asset) {
        return graph.outgoing(asset, RelationType.GUARDED_BY).stream()
                .map(Relation::to)
                .toList();
    }

    /** The rules of a group; null if they were not read or cannot be understood. */
    @Nullable
    List<NetworkRule> rules(AssetKey group) {
        if (!rules.containsKey(group)) {
            rules.put(group, parsed(group));
        }
        return rules.get(group);
    }

    private @Nullable List<NetworkRule> parsed(AssetKey group) {
        List<String> texts = graph.find(group, NetworkRuleSet.class)
                .map(NetworkRuleSet::rules)
                .orElse(null);
        try {
            return texts == null ? null : texts.stream().map(NetworkRule::parse).toList();
        } catch (IllegalArgumentException e) {
            return null; // another source wrote them
        }
    }

    /** What of the traffic to some ports passes groups one after the other. Asked often with the same groups. */
    Traffic passing(List<String> ports, List<List<NetworkRule>> groups) {
        return answers.computeIfAbsent(new Question(ports, groups), SecurityGroups::answer);
    }

    private static Traffic answer(Question question) {
        Traffic traffic = Traffic.fromInternet().to(question.ports);
        for (List<NetworkRule> group : question.groups) {
            traffic = traffic.through(group);
        }
        return traffic;
    }

    private record Question(List<String> ports, List<List<NetworkRule>> groups) {}

    /** The groups whose rules were not read. */
    List<AssetKey> unread(List<AssetKey> groups) {
        List<AssetKey> unread = new ArrayList<>();
        for (AssetKey group : groups) {
            if (rules(group) == null) {
                unread.add(group);
            }
        }
        return unread;
    }
}
