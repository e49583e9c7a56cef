package dev.throughline.risk.exposure.kubernetes;

import com.google.common.base.Splitter;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Ingress;
import dev.throughline.model.KubernetesGateway;
import dev.throughline.risk.exposure.Addresses;
import dev.throughline.risk.exposure.TrustedRanges;
import dev.throughline.risk.exposure.Way;
import dev.throughline.risk.exposure.Way.Width;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An Ingress or a Gateway, and what its own settings say of it where a cloud serves it and no pod does.
 *
 * @param key its key
 * @param className its class
 * @param controller the controller that its class names
 * @param settings its annotations
 * @param addresses addresses in its status
 */
record Door(AssetKey key, String className, String controller, Map<String, String> settings, List<String> addresses) {
    private static final String ALB = "alb.ingress.kubernetes.io/";
    private static final Splitter COMMAS = Splitter.on(',').trimResults().omitEmptyStrings();

    static Door of(Ingress ingress) {
        return new Door(
                ingress.key(),
                text(ingress.className()),
                text(ingress.controller()),
                settings(ingress.annotations()),
                ServiceWays.known(ingress.addresses()));
    }

    static Door of(KubernetesGateway gateway) {
        return new Door(
                gateway.key(),
                text(gateway.className()),
                text(gateway.controller()),
                settings(gateway.annotations()),
                ServiceWays.known(gateway.addresses()));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static Map<String, String> settings(@Nullable List<String> annotations) {
        Map<String, String> settings = new HashMap<>();
        for (String annotation : ServiceWays.known(annotations)) {
            int equals = annotation.indexOf('=');
            settings.put(equals < 0 ? annotation : annotation.substring(0, equals), annotation.substring(equals + 1));
        }
        return settings;
    }

    /** What its settings alone decide; null if they do not. */
    @Nullable
    Way bySettings(TrustedRanges trusted) {
        String scheme = settings.getOrDefault(ALB + "scheme", "");
        if (scheme.equals("internal")) {
            return closed(ALB + "scheme", scheme);
        }
        if ("true".equals(settings.get("appgw.ingress.kubernetes.io/use-private-ip"))) {
            return closed("appgw.ingress.kubernetes.io/use-private-ip", "true");
        }
        boolean gkeInternal =
                className.startsWith("gke-l7-rilb") || className.startsWith("gke-l7-cross-regional-internal");
        if (className.equals("gce-internal") || gkeInternal) {
            return closed("class", className);
        }
        if (scheme.equals("internet-facing")) {
            List<String> sources = COMMAS.splitToList(settings.getOrDefault(ALB + "inbound-cidrs", ""));
            return !sources.isEmpty() && !Addresses.holdPublic(sources)
                    ? closed(ALB + "inbound-cidrs", String.join(", ", sources))
                    : open(trusted.width(sources), ALB + "scheme", scheme);
        }
        return className.startsWith("gke-l7-") ? open(Width.WIDE, "class", className) : null;
    }

    /** What the addresses in its status say; unknown if there are none. */
    Way byStatus() {
        if (addresses.isEmpty()) {
            return Way.unknown("an ingress or gateway routes to it, and what exposes its controller was not read", key)
                    .with("controller", controller.isEmpty() ? "not known" : controller);
        }
        return addresses.stream().anyMatch(LoadBalancerSettings::isPublic)
                ? Way.open(
                                Width.WIDE,
                                "an ingress or gateway with a public address routes to it",
                                AssetKey.INTERNET,
                                key)
                        .with("addresses", String.join(", ", addresses))
                : Way.closed("an ingress or gateway with private addresses only routes to it", key)
                        .with("addresses", String.join(", ", addresses));
    }

    private Way open(Width width, String setting, String value) {
        return Way.open(width, "a public ingress or gateway routes to it", AssetKey.INTERNET, key)
                .with(setting, value);
    }

    private Way closed(String setting, String value) {
        return Way.closed("an ingress or gateway that is internal routes to it", key)
                .with(setting, value);
    }
}
