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
import java.util.ArrayList;
import java.util.List;
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
        if (environments.isEmpty()) {
            return Way.unknown("whether its environment is internal to a virtual network was not read", service.key());
        }
        return environments.stream().anyMatch(ServiceWays::letsNothingIn)
                ? Way.closed("its environment is internal to a virtual network", service.key())
                        .with("vnetConfiguration.internal", "true")
                : way;
    }

    private static boolean isApp(ContainerService service) {
        return service.key().text().contains("/microsoft.app/");
    }

    private static boolean letsNothingIn(NetworkRuleSet set) {
        return set.rules() != null && through(set).isEmpty();
    }

    /** Web applications and functions answer everybody unless access restrictions say otherwise. */
    Way intoSite(AssetKey site, @Nullable Boolean publicNetwork, @Nullable String authentication) {
        if (Boolean.FALSE.equals(publicNetwork)) {
            return Way.closed("it answers on private networks only", site).with("publicNetworkAccess", "Disabled");
        }
        List<NetworkRuleSet> restrictions = graph.targets(site, RelationType.GUARDED_BY, NetworkRuleSet.class);
        if (restrictions.isEmpty()) {
            return Way.unknown("its access restrictions were not read: siteConfig.ipSecurityRestrictions", site);
        }
        NetworkRuleSet set = restrictions.get(0);
        Traffic traffic = through(set).to(WEB);
        if (traffic.isEmpty()) {
            return Way.closed("its access restrictions let nothing in from the internet", site, set.key());
        }
        Way way = Way.open(traffic.width(), "it answers on the internet", AssetKey.INTERNET, site)
                .with("ports", String.join(", ", traffic.ports()))
                .with("rule", String.join("; ", traffic.deciding()));
        return authentication == null ? way : way.with("authentication", authentication);
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
        boolean forAzure = ranges != null && ranges.contains(EVERYBODY_IN_AZURE) && Boolean.TRUE.equals(publicNetwork);
        return List.of(
                way.answer() == Answer.NO && forAzure
                        ? Way.open(Width.NARROW, "its firewall admits every machine in Azure", AssetKey.INTERNET, store)
                        : way);
    }

    private static @Nullable List<String> ranges(@Nullable List<String> own, List<NetworkRuleSet> sets) {
        if (sets.isEmpty()) {
            return own;
        }
        List<String> ranges = own == null ? new ArrayList<>() : new ArrayList<>(own);
        for (NetworkRuleSet set : sets) {
            rules(set).forEach(rule -> ranges.addAll(rule.peers()));
        }
        return ranges;
    }

    private static Traffic through(NetworkRuleSet set) {
        return Traffic.fromInternet().through(rules(set));
    }

    private static List<NetworkRule> rules(NetworkRuleSet set) {
        try {
            return set.rules() == null
                    ? List.of()
                    : set.rules().stream().map(NetworkRule::parse).toList();
        } catch (IllegalArgumentException e) {
            return List.of(); // another source wrote them
        }
    }
}
