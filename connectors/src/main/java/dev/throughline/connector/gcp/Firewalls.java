package dev.throughline.connector.gcp;

import dev.throughline.connector.support.Fields;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.NetworkRule;
import dev.throughline.model.NetworkRuleSet;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code compute.googleapis.com/Firewall}: one rule of a network, for all instances in it, or those with tags or accounts. */
final class Firewalls {
    private static final int DEFAULT_PRIORITY = 1000;
    private static final Map<String, String> NUMBERS = Map.of("6", "tcp", "17", "udp", "1", "icmp", "all", "*");

    private Firewalls() {}

    static void read(CloudAsset asset, FactSink sink) {
        Fields data = asset.data();
        if (!asset.hasData()) {
            return;
        }
        List<String> rules = new ArrayList<>();
        if (!Boolean.TRUE.equals(data.bool("disabled"))) {
            // Cloud Asset Inventory has both spellings.
            for (String list : List.of("allowed", "denied", "allow", "deny")) {
                for (Fields part : data.list(list)) {
                    rules.add(rule(data, part, list.startsWith("allow")).toString());
                }
            }
        }
        sink.accept(new NetworkRuleSet(asset.key(), asset.shortName(), rules, asset.labels()));
        String network = Names.compute(data.requiredText("network")).text();
        List<String> targets = new ArrayList<>();
        data.strings("targetTags").forEach(tag -> targets.add(network + "/tags/" + tag));
        data.strings("targetServiceAccounts").forEach(account -> targets.add(network + "/serviceaccounts/" + account));
        if (targets.isEmpty()) {
            targets.add(network);
        }
        for (String target : targets) {
            sink.accept(new Relation(new AssetKey(target), RelationType.GUARDED_BY, asset.key()));
        }
    }

    private static NetworkRule rule(Fields firewall, Fields part, boolean allow) {
        Long priority = firewall.number("priority");
        boolean inbound = !"EGRESS".equalsIgnoreCase(firewall.text("direction"));
        String protocol = part.has("IPProtocol") ? part.requiredText("IPProtocol") : part.requiredText("ipProtocol");
        String lower = protocol.toLowerCase(Locale.ROOT);
        return new NetworkRule(
                inbound,
                allow,
                priority == null ? DEFAULT_PRIORITY : Math.toIntExact(priority),
                NUMBERS.getOrDefault(lower, lower),
                part.strings("ports"),
                peers(firewall, inbound));
    }

    private static List<String> peers(Fields firewall, boolean inbound) {
        List<String> peers = new ArrayList<>(firewall.strings(inbound ? "sourceRanges" : "destinationRanges"));
        firewall.strings("sourceTags").forEach(tag -> peers.add("tag:" + tag));
        firewall.strings("sourceServiceAccounts").forEach(account -> peers.add("serviceAccount:" + account));
        return peers.isEmpty() ? List.of("0.0.0.0/0", "::/0") : peers;
    }
}
