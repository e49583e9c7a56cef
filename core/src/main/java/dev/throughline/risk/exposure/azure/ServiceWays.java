package dev.throughline.risk.exposure.azure;

import dev.throughline.model.AssetKey;
import dev.throughline.model.ContainerService;
import dev.throughline.model.NetworkRule;
import dev.throughline.model.NetworkRuleSet;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.risk.Verdict.Answer;
import dev.throughline.risk.exposure.PublicService;
import dev.throughline.risk.exposure.Traffic;
import dev.throughline.risk.exposure.Way;
import dev.throughline.risk.exposure.Way.Width;
import dev.throughline.risk.exposure.azure.Destination.Sender;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ways into services that answer at an address Azure gives them. */
final class ServiceWays {
    /** The service tag of all addresses of Azure, those of other tenants among them. */
    private static final String EVERYBODY_IN_AZURE = "AzureCloud";

    private static final List<String> WEB = List.of("80/tcp", "443/tcp");

    private final RiskGraph graph;

    ServiceWays(RiskGraph graph) {
        this.graph = graph;
    }

    /** Container Apps answer as far as their environment does; container groups have an address of their own. */
    Way into(ContainerService service) {
        Way way = PublicService.into(
                service.key(), service.publicNetwork(), service.openRanges(), "ingress, ipSecurityRestrictions");
        if (way.answer() != Answer.YES || !isApp(service)) {
            return way;
        }
        List<NetworkRuleSet> environments = graph.targets(service.key(), RelationType.GUARDED_BY, NetworkRuleSet.class);
        if (environments.stream().anyMatch(ServiceWays::letsNothingIn)) {
            return Way.closed("its environment is internal to a virtual network", service.key())
                    .with("vnetConfiguration.internal", "true");
        }
        return environments.isEmpty() || environments.stream().anyMatch(set -> rules(set) == null)
                ? Way.unknown("whether its environment is internal to a virtual network was not read", service.key())
                : way;
    }

    private static boolean isApp(ContainerService service) {
        return service.key().text().contains("/microsoft.app/");
    }

    private static boolean letsNothingIn(NetworkRuleSet set) {
        List<NetworkRule> rules = rules(set);
        return rules != null && Traffic.fromInternet().through(rules).isEmpty();
    }

    /** Web applications and functions answer everybody unless access restrictions say otherwise. */
    Way intoSite(AssetKey site, @Nullable Boolean publicNetwork, @Nullable String authentication) {
        if (Boolean.FALSE.equals(publicNetwork)) {
            return Way.closed("it answers on private networks only", site).with("publicNetworkAccess", "Disabled");
        }
        List<NetworkRuleSet> restrictions = graph.targets(site, RelationType.GUARDED_BY, NetworkRuleSet.class);
        List<NetworkRule> rules = restrictions.isEmpty() ? null : rules(restrictions.get(0));
        if (rules == null) {
            return Way.unknown("its access restrictions were not read: siteConfig.ipSecurityRestrictions", site);
        }
        Traffic traffic = Traffic.fromInternet().to(WEB).through(rules);
        if (traffic.isEmpty()) {
            AssetKey set = restrictions.get(0).key();
            return admitsTags(rules)
                    ? Way.unknown(
                            "its access restrictions admit service tags, whose addresses were not read", site, set)
                    : Way.closed("its access restrictions let nothing in from the internet", site, set);
        }
        Way way = Way.open(traffic.width(), "it answers on the internet", AssetKey.INTERNET, site)
                .with("ports", String.join(", ", traffic.ports()))
                .with("rule", String.join("; ", traffic.deciding()));
        return authentication == null ? way : way.with("authentication", authentication);
    }

    /** Whether whoever has an address of a service tag, such as that of Front Door, may come in. */
    private static boolean admitsTags(List<NetworkRule> rules) {
        List<NetworkRule> seen = new Destination(List.of(), Set.of()).seen(rules, Sender.OUTSIDE_OR_TAGGED);
        return !Traffic.fromInternet().to(WEB).through(seen).isEmpty();
    }

    /** Stores have ranges of their own, or rules of a firewall; a part of a server is reached as the server is. */
    List<Way> intoStore(
            AssetKey store, @Nullable Boolean publicNetwork, @Nullable List<String> openRanges, String what) {
        List<NetworkRuleSet> rules = graph.targets(store, RelationType.GUARDED_BY, NetworkRuleSet.class);
        if (publicNetwork == null && openRanges == null && rules.isEmpty()) {
            return List.of();
        }
        List<String> ranges = ranges(openRanges, rules);
        Way way = PublicService.into(store, publicNetwork, ranges, what);
        if (way.answer() != Answer.NO || Boolean.FALSE.equals(publicNetwork)) {
            return List.of(way);
        }
        if (ranges != null && ranges.contains(EVERYBODY_IN_AZURE) && publicNetwork != null) {
            way = Way.open(Width.NARROW, "its firewall admits every machine in Azure", AssetKey.INTERNET, store);
        } else if (rules.stream().anyMatch(set -> rules(set) == null)) {
            way = Way.unknown("not all rules of its firewall were read", store);
        }
        return List.of(way);
    }

    private static @Nullable List<String> ranges(@Nullable List<String> own, List<NetworkRuleSet> sets) {
        if (sets.isEmpty()) {
            return own;
        }
        List<String> ranges = own == null ? new ArrayList<>() : new ArrayList<>(own);
        for (NetworkRuleSet set : sets) {
            Objects.requireNonNullElse(rules(set), List.<NetworkRule>of()).forEach(rule -> ranges.addAll(rule.peers()));
        }
        return ranges;
    }

    /** The rules of a set; null if they were not read or cannot be understood. */
    private static @Nullable List<NetworkRule> rules(NetworkRuleSet set) {
        try {
            return set.rules() == null
                    ? null
                    : set.rules().stream().map(NetworkRule::parse).toList();
        } catch (IllegalArgumentException e) {
            return null; // another source wrote them
        }
    }
}
