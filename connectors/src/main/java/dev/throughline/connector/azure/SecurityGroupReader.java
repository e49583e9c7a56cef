package dev.throughline.connector.azure;

import dev.throughline.connector.support.ArmId;
import dev.throughline.connector.support.Fields;
import dev.throughline.fact.FactSink;
import dev.throughline.model.NetworkRule;
import dev.throughline.model.NetworkRuleSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** {@code Microsoft.Network/networkSecurityGroups}: own and default rules in one list, in the order they apply. */
final class SecurityGroupReader {
    private static final List<String> ANYWHERE = List.of("0.0.0.0/0", "::/0");

    private SecurityGroupReader() {}

    static void read(Resource resource, FactSink sink) {
        List<NetworkRule> rules = new ArrayList<>();
        for (String list : List.of("securityRules", "defaultSecurityRules")) {
            for (Fields part : resource.properties().list(list)) {
                Fields rule = Resource.properties(part);
                boolean allow = rule.requiredText("access").equalsIgnoreCase("Allow");
                // A denial that only holds for some ports of the sender stops nobody, for senders choose theirs.
                if (allow || isAny(strings(rule, "sourcePortRange"))) {
                    rules.add(rule(rule, allow));
                }
            }
        }
        rules.sort(Comparator.comparing(rule -> Objects.requireNonNullElse(rule.priority(), Integer.MAX_VALUE)));
        sink.accept(new NetworkRuleSet(
                resource.key(),
                resource.name(),
                rules.stream().map(NetworkRule::toString).toList(),
                resource.tags()));
    }

    private static NetworkRule rule(Fields rule, boolean allow) {
        boolean inbound = rule.requiredText("direction").equalsIgnoreCase("Inbound");
        List<String> ports = strings(rule, "destinationPortRange");
        Long priority = rule.number("priority");
        return new NetworkRule(
                inbound,
                allow,
                priority == null ? null : Math.toIntExact(priority),
                rule.requiredText("protocol").toLowerCase(Locale.ROOT),
                isAny(ports) ? List.of() : ports,
                inbound ? peers(side(rule, "source"), side(rule, "destination")) : side(rule, "destination"));
    }

    /** Where a rule is for some of the machines behind the group only, each sender is followed by {@code >} and them. */
    private static List<String> peers(List<String> sources, List<String> destinations) {
        if (destinations.equals(ANYWHERE)) {
            return sources;
        }
        List<String> peers = new ArrayList<>();
        for (String source : sources) {
            destinations.forEach(destination -> peers.add(source + ">" + destination));
        }
        return peers;
    }

    private static List<String> side(Fields rule, String side) {
        List<String> groups = new ArrayList<>();
        for (Fields group : rule.list(side + "ApplicationSecurityGroups")) {
            groups.add(ArmId.key(group.requiredText("id")).text().replace(" ", "%20"));
        }
        List<String> prefixes = strings(rule, side + "AddressPrefix");
        if (prefixes.isEmpty() && !groups.isEmpty()) {
            return groups;
        }
        return isAny(prefixes) ? ANYWHERE : prefixes;
    }

    /** One value, or several under the plural of its name. */
    private static List<String> strings(Fields rule, String name) {
        List<String> values = new ArrayList<>();
        String only = rule.text(name);
        if (only != null && !only.isEmpty()) {
            values.add(only);
        }
        values.addAll(rule.strings(name.endsWith("Prefix") ? name + "es" : name + "s"));
        return values;
    }

    private static boolean isAny(List<String> values) {
        return values.isEmpty() || values.contains("*") || values.contains("0-65535");
    }
}
