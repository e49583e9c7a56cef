package dev.throughline.attack.edge.kubernetes;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RbacRule;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.Role;
import dev.throughline.model.ServiceAccount;
import java.util.ArrayList;
import java.util.List;

/** The rules that service accounts hold, each with the role that gives it and where it applies. */
final class Permissions {
    private Permissions() {}

    /** All rules a service account holds. */
    static List<Permission> of(RiskGraph graph, ServiceAccount account) {
        List<Permission> permissions = new ArrayList<>();
        for (Relation held : graph.outgoing(account.key(), RelationType.HAS_ROLE)) {
            String scope = held.properties().get("scope");
            graph.find(held.to(), Role.class).map(Role::rules).ifPresent(rules -> {
                for (String rule : rules) {
                    permissions.add(new Permission(held.to(), RbacRule.parse(rule), scope == null ? "" : scope));
                }
            });
        }
        return permissions;
    }

    /** The name of the cluster an asset belongs to. */
    static String cluster(AssetKey key) {
        return key.value().substring(0, key.value().indexOf('/'));
    }

    /** @param scope a namespace, or {@code *} for all of the cluster */
    record Permission(AssetKey role, RbacRule rule, String scope) {
        /** The objects of a kind that lie within its scope. */
        List<AssetKey> objects(RiskGraph graph, AssetKey account, AssetKind kind) {
            String cluster = cluster(account);
            List<AssetKey> namespaces = scope.equals("*")
                    ? graph.outgoing(AssetKey.of(AssetKind.CLUSTER, cluster), RelationType.CONTAINS).stream()
                            .map(Relation::to)
                            .filter(key -> key.mayBe(AssetKind.NAMESPACE))
                            .toList()
                    : List.of(AssetKey.inCluster(AssetKind.NAMESPACE, cluster, scope));
            return namespaces.stream()
                    .flatMap(namespace -> graph.outgoing(namespace, RelationType.CONTAINS).stream())
                    .map(Relation::to)
                    .filter(key -> key.mayBe(kind))
                    .toList();
        }

        /** The name of an object, the last part of its key. */
        static String name(AssetKey key) {
            return key.value().substring(key.value().lastIndexOf('/') + 1);
        }
    }
}
