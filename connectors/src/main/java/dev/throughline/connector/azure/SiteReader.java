package dev.throughline.connector.azure;

import dev.throughline.connector.support.ArmId;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.RequestedImage;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.NetworkRule;
import dev.throughline.model.NetworkRuleSet;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.ServerlessFunction;
import dev.throughline.model.WebApp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code Microsoft.Web/sites}, which are web applications and functions, and their {@code config/web}. */
final class SiteReader {
    private static final String CONTAINER = "DOCKER|";

    private SiteReader() {}

    static void read(Resource resource, FactSink sink) {
        Fields properties = resource.properties();
        Fields configuration = properties.object("siteConfig");
        String kind = resource.fields().text("kind");
        String certificate = Boolean.TRUE.equals(properties.bool("clientCertEnabled"))
                        && "Required".equalsIgnoreCase(properties.text("clientCertMode"))
                ? "client-certificate"
                : null;
        if (kind != null && kind.toLowerCase(Locale.ROOT).contains("functionapp")) {
            sink.accept(new ServerlessFunction(
                    resource.key(),
                    resource.name(),
                    configuration.text("linuxFxVersion"),
                    resource.publicNetwork(),
                    null,
                    certificate,
                    resource.tags()));
        } else {
            sink.accept(new WebApp(
                    resource.key(), resource.name(), resource.publicNetwork(), null, certificate, resource.tags()));
        }
        configuration(resource.key(), configuration, sink);
    }

    /** {@code sites/<name>/config/web}; other configurations hold settings and secrets and are not looked at. */
    static void configuration(Resource resource, FactSink sink) {
        if (resource.id().endsWith("/config/web")) {
            configuration(ArmId.key(ArmId.enclosing(resource.id(), "sites")), resource.properties(), sink);
        }
    }

    private static void configuration(AssetKey site, Fields configuration, FactSink sink) {
        String runtime = configuration.text("linuxFxVersion");
        if (runtime != null && runtime.startsWith(CONTAINER)) {
            RequestedImage.created(site, runtime.substring(CONTAINER.length()), sink);
        }
        if (configuration.has("ipSecurityRestrictions")) {
            AssetKey rules = AssetKey.of(AssetKind.NETWORK_RULE_SET, site.value() + "/ipsecurityrestrictions");
            sink.accept(new NetworkRuleSet(rules, "access restrictions", restrictions(configuration), null));
            sink.accept(new Relation(site, RelationType.GUARDED_BY, rules));
        }
    }

    /** Restrictions by priority, and what happens to those that fit none: refused, if there is any restriction. */
    private static List<String> restrictions(Fields configuration) {
        List<NetworkRule> rules = new ArrayList<>();
        for (Fields restriction : configuration.list("ipSecurityRestrictions")) {
            boolean allow = !"Deny".equalsIgnoreCase(restriction.text("action"));
            if (allow || !restriction.has("headers")) { // who sends other headers passes by such a denial
                Long priority = restriction.number("priority");
                Integer place = priority == null ? null : Math.toIntExact(priority);
                rules.add(new NetworkRule(true, allow, place, "tcp", List.of(), peers(restriction)));
            }
        }
        rules.sort(Comparator.comparing(rule -> Objects.requireNonNullElse(rule.priority(), Integer.MAX_VALUE)));
        String otherwise = configuration.text("ipSecurityRestrictionsDefaultAction");
        boolean open = otherwise == null ? rules.isEmpty() : otherwise.equalsIgnoreCase("Allow");
        rules.add(new NetworkRule(true, open, null, "*", List.of(), OpenRanges.ANYWHERE));
        return rules.stream().map(NetworkRule::toString).toList();
    }

    private static List<String> peers(Fields restriction) {
        @Nullable String subnet = restriction.text("vnetSubnetResourceId");
        if (subnet != null) {
            return List.of(ArmId.key(subnet).text().replace(" ", "%20"));
        }
        String address = restriction.text("ipAddress");
        return address == null || address.equalsIgnoreCase("Any") ? OpenRanges.ANYWHERE : List.of(address.split(","));
    }
}
