package dev.throughline.attack.edge.kubernetes;

import dev.throughline.Estate;
import dev.throughline.attack.AttackStep;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.util.List;
import java.util.Map;

/** A cluster of two namespaces, {@code shop} and {@code other}, with something of each kind that permissions are about. */
final class Shop {
    static final AssetKey NODES = AssetKey.parse("subject:prod/Group/system:nodes");

    private Shop() {}

    static Estate estate() {
        AssetKey other = AssetKey.inCluster(AssetKind.NAMESPACE, "prod", "other");
        AssetKey account = AssetKey.parse("serviceaccount:prod/other/far");
        AssetKey secret = AssetKey.parse("secretobject:prod/other/far");
        AssetKey workload = AssetKey.parse("workload:prod/other/StatefulSet/far");
        return new Estate()
                .asset(Estate.CLUSTER, Map.of("name", "prod"))
                .deployment("api")
                .scheduled("api", "n1")
                .node("n1", Map.of())
                .runsAs("api", "api")
                .account("holder")
                .secret("db")
                .asset(Estate.NAMESPACE, Map.of("name", "shop"))
                .asset(other, Map.of("name", "other", "podSecurity", "restricted"))
                .relation(Estate.CLUSTER, RelationType.CONTAINS, other)
                .asset(account, Map.of("name", "far"))
                .relation(other, RelationType.CONTAINS, account)
                .asset(secret, Map.of("name", "far"))
                .relation(other, RelationType.CONTAINS, secret)
                .asset(workload, Map.of("name", "far", "namespace", "other", "type", "StatefulSet"))
                .relation(other, RelationType.CONTAINS, workload);
    }

    /** The steps of an edge from a binding whose role has some rules, joined by {@code &}. */
    static List<AttackStep> steps(String edge, Estate estate, String scope, String rules) {
        return estate.roles("holder", scope, rules.split(" *& *", -1)).steps(edge);
    }

    /** What a binding of a role with some rules leads to by an edge, as texts joined by blanks. */
    static String reached(String edge, Estate estate, String scope, String rules) {
        return String.join(
                " ",
                steps(edge, estate, scope, rules).stream()
                        .filter(step -> step.from().equals(Estate.binding(scope)))
                        .map(step -> step.to().text())
                        .toList());
    }
}
