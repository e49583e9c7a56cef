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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** What the roles of an identity let it do, as far as it goes beyond what one workload needs. */
final class Privileges {
    /** Roles that may do everything at their scope, by their ids: AWS, Azure and Google Cloud. */
    private static final List<String> EVERYTHING = List.of(
            ":iam::aws:policy/administratoraccess",
            "/roledefinitions/8e3af657-a8ff-443c-a75c-2fe8c4bcb635", // Owner
            "/roledefinitions/18d7d88d-d35e-4fb5-a5c3-7773c20a72d9", // User Access Administrator
            "roles/owner");

    /** Roles that may change everything but who may do what. */
    private static final List<String> NEARLY_EVERYTHING = List.of(
            ":iam::aws:policy/poweruseraccess",
            "/roledefinitions/b24988ac-6180-42a0-ab88-20f7382dd24c", // Contributor
            "roles/editor");

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

    /** Whether it holds a role in its whole cluster. */
    static Optional<Evidence> everywhere(RiskGraph graph, AssetKey identity) {
        return first(
                graph,
                identity,
                Privileges::isEverywhere,
                "it acts on the whole cluster, as a part of its control plane");
    }

    private static Optional<Evidence> first(
            RiskGraph graph, AssetKey identity, Predicate<Relation> test, String statement) {
        return graph.outgoing(identity, RelationType.HAS_ROLE).stream()
                .filter(held -> held.properties().get("condition") == null)
                .filter(test)
                .findFirst()
                .map(held -> Evidence.of(statement, identity, held.to()));
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
        return rule.allowsAny("get", "", "secrets")
                || rule.allowsAny("list", "", "secrets")
                || rule.allowsAny("create", "", "pods")
                || rule.allowsAny("create", "", "pods/exec")
                || rule.allowsAny("create", "", "nodes/proxy")
                || rule.allowsAny("create", "", "serviceaccounts/token");
    }
}
