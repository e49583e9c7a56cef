package dev.throughline.risk.exposure.gcp;

import dev.throughline.model.AssetKey;
import dev.throughline.model.NetworkRule;
import dev.throughline.model.NetworkRuleSet;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.risk.exposure.Traffic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The firewall rules of a network as they are for one instance (Google Cloud, <em>VPC firewall rules</em>): lower numbers of
 * priority first, denials before permissions of the same, and at last everything that comes in is denied.
 */
final class FirewallRules {
    private static final Comparator<NetworkRule> FIRST = Comparator.comparing(
                    (NetworkRule rule) -> Objects.requireNonNullElse(rule.priority(), Integer.MAX_VALUE))
            .thenComparing(NetworkRule::allow);

    private final RiskGraph graph;
    private final Set<String> projects = new HashSet<>();
    private final Map<Question, Traffic> answers = new HashMap<>();

    FirewallRules(RiskGraph graph) {
        this.graph = graph;
        graph.assets(NetworkRuleSet.class)
                .map(NetworkRuleSet::key)
                .filter(key -> key.text().contains("/firewalls/"))
                .forEach(key -> projects.add(project(key)));
    }

    /** The firewalls of a network that are for an instance: for all in it, or for a tag or account of the instance. */
    Set<AssetKey> of(AssetKey instance, AssetKey network) {
        Set<AssetKey> firewalls = new LinkedHashSet<>();
        for (Relation member : graph.outgoing(instance, RelationType.MEMBER_OF)) {
            String target = member.to().text();
            if (target.equals(network.text()) || target.startsWith(network.text() + "/")) {
                for (Relation guarded : graph.outgoing(member.to(), RelationType.GUARDED_BY)) {
                    firewalls.add(guarded.to());
                }
            }
        }
        return firewalls;
    }

    /** What of the traffic to some ports they let in; null if the rules of one were not read. */
    @Nullable
    Traffic through(Set<AssetKey> firewalls, List<String> ports) {
        List<NetworkRule> rules = new ArrayList<>();
        for (AssetKey firewall : firewalls) {
            List<String> texts = graph.find(firewall, NetworkRuleSet.class)
                    .map(NetworkRuleSet::rules)
                    .orElse(null);
            if (texts == null) {
                return null;
            }
            try {
                texts.forEach(text -> rules.add(NetworkRule.parse(text)));
            } catch (IllegalArgumentException e) {
                return null; // another source wrote them
            }
        }
        rules.sort(FIRST);
        return answers.computeIfAbsent(
                new Question(ports, rules),
                q -> Traffic.fromInternet().to(q.ports).through(q.rules));
    }

    /** Whether any firewall of the project of a network was read: without one, it cannot be told whether there are any. */
    boolean isRead(AssetKey network) {
        return projects.contains(project(network));
    }

    private static String project(AssetKey part) {
        return part.text().substring(0, Math.max(0, part.text().indexOf("/global/")));
    }

    private record Question(List<String> ports, List<NetworkRule> rules) {}
}
