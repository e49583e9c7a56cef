package dev.throughline.risk;

import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.ClassificationRule;
import dev.throughline.model.RiskGraph;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a rule says of the assets it is for. All that it says must fit; a rule that says nothing fits no asset. */
final class AssetSelector {
    /** Kinds whose keys begin with cluster and namespace. */
    private static final Set<AssetKind> NAMESPACED = EnumSet.of(
            AssetKind.NAMESPACE,
            AssetKind.WORKLOAD,
            AssetKind.POD,
            AssetKind.CONTAINER,
            AssetKind.VOLUME,
            AssetKind.KUBERNETES_SERVICE,
            AssetKind.INGRESS,
            AssetKind.KUBERNETES_GATEWAY,
            AssetKind.KUBERNETES_ROUTE,
            AssetKind.NETWORK_POLICY,
            AssetKind.SERVICE_ACCOUNT,
            AssetKind.ROLE,
            AssetKind.ROLE_BINDING,
            AssetKind.SECRET_OBJECT,
            AssetKind.CONFIG_OBJECT);

    private final ClassificationRule rule;
    private final RiskGraph graph;
    private final @Nullable TextPattern key;
    private final @Nullable TextPattern name;
    private final boolean saysNothing;

    AssetSelector(ClassificationRule rule, RiskGraph graph) {
        this.rule = rule;
        this.graph = graph;
        this.key = pattern(rule.pattern());
        this.name = pattern(rule.named());
        this.saysNothing = Stream.of(
                        rule.pattern(),
                        rule.ofKind(),
                        rule.named(),
                        rule.tagged(),
                        rule.inNamespace(),
                        rule.inAccount())
                .allMatch(Objects::isNull);
    }

    private static @Nullable TextPattern pattern(@Nullable String text) {
        return text == null ? null : new TextPattern(text);
    }

    boolean fits(int number) {
        AssetKey asset = graph.key(number);
        return !saysNothing
                && (key == null || key.matches(asset.text()))
                && (rule.inNamespace() == null || isInNamespace(asset, rule.inNamespace()))
                && (rule.inAccount() == null || isInAccount(asset.value(), rule.inAccount()))
                && fits(graph.asset(number));
    }

    private boolean fits(Asset asset) {
        return (rule.ofKind() == null || rule.ofKind().equals(asset.kind().label()))
                && (name == null || name.matches(Objects.toString(attribute(asset, "name"), "")))
                && (rule.tagged() == null || isTagged(asset, rule.tagged()));
    }

    private static boolean isInNamespace(AssetKey asset, String namespace) {
        String[] parts = asset.value().split("/", 3);
        return NAMESPACED.contains(AssetKind.mentioned(asset)) && parts.length > 1 && parts[1].equals(namespace);
    }

    /** The native ids of all three clouds name the account: {@code :ID:}, {@code /subscriptions/ID/}, {@code /projects/ID/}. */
    private static boolean isInAccount(String id, String account) {
        String within = id + "/";
        return within.contains(":" + account + ":")
                || within.toLowerCase(Locale.ROOT).contains("subscriptions/" + account.toLowerCase(Locale.ROOT) + "/")
                || within.contains("projects/" + account + "/");
    }

    private static boolean isTagged(Asset asset, String tag) {
        return Stream.of("tags", "labels")
                .anyMatch(attribute -> attribute(asset, attribute) instanceof List<?> tags && tags.contains(tag));
    }

    private static @Nullable Object attribute(Asset asset, String attribute) {
        int index = asset.kind().attributes().indexOf(attribute);
        return index < 0 ? null : asset.kind().values(asset)[index];
    }
}
