package dev.throughline.risk.factor;

import dev.throughline.model.AssetKey;
import dev.throughline.model.CloudPolicy;
import dev.throughline.model.CloudRole;
import dev.throughline.model.Evidence;
import dev.throughline.model.RbacRule;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.Role;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the roles of an identity let it do, as far as it goes beyond what one workload needs. */
final class Privileges {
    /** Roles that may do everything at their scope, or give themselves any role, by their ids. */
    private static final List<String> EVERYTHING = List.of(
            ":iam::aws:policy/administratoraccess",
            "/roledefinitions/8e3af657-a8ff-443c-a75c-2fe8c4bcb635", // Owner
            "/roledefinitions/18d7d88d-d35e-4fb5-a5c3-7773c20a72d9", // User Access Administrator
            "/directoryroles/62e90394-69f5-4237-9190-012177145e10", // Global Administrator
            "/directoryroles/e8611ab8-c189-46e8-94e1-60213ab1f814", // Privileged Role Administrator
            "/approles/9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8", // RoleManagement.ReadWrite.Directory
            "/approles/06b708a9-e830-4db3-a914-8e69da51d44f", // AppRoleAssignment.ReadWrite.All
            "roles/owner");

    /** Roles that may change everything but who may do what. */
    private static final List<String> NEARLY_EVERYTHING = List.of(
            ":iam::aws:policy/poweruseraccess",
            "/roledefinitions/b24988ac-6180-42a0-ab88-20f7382dd24c", // Contributor
            "roles/editor");

    /** Controllers, which make pods, by their API groups. */
    private static final Map<String, List<String>> POD_MAKERS = Map.of(
            "", List.of("pods", "replicationcontrollers"),
            "apps", List.of("deployments", "statefulsets", "daemonsets", "replicasets"),
            "batch", List.of("jobs", "cronjobs"));

    private Privileges() {}

    /** The role by which an identity may do anything: in its whole cluster, or at the scope of a cloud role. */
    static Optional<Evidence> anything(RiskGraph graph, AssetKey identity) {
        return first(
                graph, identity, held -> isAnything(graph, held), "it may do anything in its cluster or cloud scope");
    }

    /** A role by which an identity may do more than a workload needs. */
    static Optional<Evidence> excessive(RiskGraph graph, AssetKey identity) {
        return anything(graph, identity)
                .or(() ->
                        first(graph, identity, held -> isAny(held.to(), NEARLY_EVERYTHING), "it may change everything"))
                .or(() -> first(
                        graph,
                        identity,
                        held -> anyRule(graph, held, Privileges::raises),
                        "it may raise its own permissions or act as others"))
                .or(() -> first(
                        graph,
                        identity,
                        held -> isEverywhere(held) && anyRule(graph, held, Privileges::takesOver),
                        "it may read all secrets or run code anywhere in its cluster"));
    }

    /** Whether it holds a role of its own in its whole cluster. */
    static Optional<Evidence> everywhere(RiskGraph graph, AssetKey identity) {
        return graph.outgoing(identity, RelationType.HAS_ROLE).stream()
                .filter(held -> held.properties().get("condition") == null && isEverywhere(held))
                .findFirst()
                .map(held -> Evidence.of(
                        "it acts on the whole cluster, as a part of its control plane", identity, held.to()));
    }

    /** Whether it holds any role, of its own or by a group. */
    static boolean holdsAny(RiskGraph graph, AssetKey identity) {
        if (graph.outgoing(identity, RelationType.MEMBER_OF).isEmpty()) {
            return !graph.outgoing(identity, RelationType.HAS_ROLE).isEmpty();
        }
        return ways(graph, identity).stream()
                .anyMatch(way -> !graph.outgoing(way.get(way.size() - 1), RelationType.HAS_ROLE)
                        .isEmpty());
    }

    private static Optional<Evidence> first(
            RiskGraph graph, AssetKey identity, Predicate<Relation> test, String statement) {
        for (List<AssetKey> way : ways(graph, identity)) {
            for (Relation held : graph.outgoing(way.get(way.size() - 1), RelationType.HAS_ROLE)) {
                if (held.properties().get("condition") == null && test.test(held)) {
                    List<AssetKey> proof = new ArrayList<>(way);
                    proof.add(held.to());
                    return Optional.of(new Evidence(statement, proof, Map.of()));
                }
            }
        }
        return Optional.empty();
    }

    /** The identity itself, then the groups it is in, each with those between. */
    private static Collection<List<AssetKey>> ways(RiskGraph graph, AssetKey identity) {
        Map<AssetKey, List<AssetKey>> ways = new LinkedHashMap<>();
        Deque<List<AssetKey>> open = new ArrayDeque<>(List.of(List.of(identity)));
        while (!open.isEmpty()) {
            List<AssetKey> way = open.remove();
            AssetKey end = way.get(way.size() - 1);
            if (ways.putIfAbsent(end, way) == null) {
                for (Relation member : graph.outgoing(end, RelationType.MEMBER_OF)) {
                    List<AssetKey> longer = new ArrayList<>(way);
                    longer.add(member.to());
                    open.add(longer);
                }
            }
        }
        return ways.values();
    }

    private static boolean isAnything(RiskGraph graph, Relation held) {
        if (graph.find(held.to(), Role.class).isPresent()) {
            return isEverywhere(held) && anyRule(graph, held, rule -> rule.allowsAny("*", "*", "*"));
        }
        return isAny(held.to(), EVERYTHING)
                || graph.find(held.to(), CloudRole.class)
                        .map(CloudRole::permissions)
                        .filter(Privileges::areUnlimited)
                        .isPresent()
                || graph.find(held.to(), CloudPolicy.class)
                        .map(CloudPolicy::statements)
                        .filter(statements -> statements.stream().anyMatch(Privileges::allowsAll))
                        .isPresent();
    }

    /** Azure writes {@code *}, and what is excepted with an exclamation mark. */
    private static boolean areUnlimited(List<String> permissions) {
        return permissions.contains("*") && permissions.stream().noneMatch(permission -> permission.startsWith("!"));
    }

    /** Text form of a statement: effect, then its parts, see {@link CloudPolicy}. */
    private static boolean allowsAll(String statement) {
        List<String> parts = List.of(statement.split(" ", -1));
        return parts.equals(List.of("allow", "action=*", "resource=*")) || parts.equals(List.of("allow", "action=*"));
    }

    private static boolean isAny(AssetKey role, List<String> ids) {
        String id = role.value().toLowerCase(Locale.ROOT);
        return ids.stream().anyMatch(id::endsWith);
    }

    private static boolean isEverywhere(Relation held) {
        return "*".equals(held.properties().get("scope"));
    }

    private static boolean anyRule(RiskGraph graph, Relation held, Predicate<RbacRule> test) {
        return graph.find(held.to(), Role.class)
                .map(Role::rules)
                .filter(rules -> rules.stream().map(RbacRule::parse).anyMatch(test))
                .isPresent();
    }

    private static boolean raises(RbacRule rule) {
        return rule.allowsAny("escalate", "rbac.authorization.k8s.io", "roles")
                || rule.allowsAny("escalate", "rbac.authorization.k8s.io", "clusterroles")
                || rule.allowsAny("bind", "rbac.authorization.k8s.io", "roles")
                || rule.allowsAny("bind", "rbac.authorization.k8s.io", "clusterroles")
                || rule.allowsAny("impersonate", "", "users")
                || rule.allowsAny("impersonate", "", "groups")
                || rule.allowsAny("impersonate", "", "serviceaccounts");
    }

    private static boolean takesOver(RbacRule rule) {
        boolean makesPods = POD_MAKERS.entrySet().stream()
                .anyMatch(group -> group.getValue().stream()
                        .anyMatch(resource -> rule.allowsAny("create", group.getKey(), resource)));
        return makesPods
                || Stream.of("get", "list", "watch").anyMatch(verb -> rule.allowsAny(verb, "", "secrets"))
                || Stream.of("create", "get")
                        .anyMatch(verb ->
                                rule.allowsAny(verb, "", "pods/exec") || rule.allowsAny(verb, "", "nodes/proxy"))
                || Stream.of("patch", "update").anyMatch(verb -> rule.allowsAny(verb, "", "pods/ephemeralcontainers"))
                || rule.allowsAny("create", "", "serviceaccounts/token");
    }
}
