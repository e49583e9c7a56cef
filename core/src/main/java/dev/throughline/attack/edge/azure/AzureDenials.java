package dev.throughline.attack.edge.azure;

import dev.throughline.model.AssetKey;
import dev.throughline.model.CloudPolicy;
import dev.throughline.model.IdentityGroup;
import dev.throughline.model.PolicyStatement;
import dev.throughline.model.PolicyStatement.Condition;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Deny assignments, which go before what roles allow (Azure, <em>List Azure deny assignments</em>). A role is held by many, so an
 * action counts as denied only where it is denied to all of them for certain: one whose exceptions are groups of which the
 * members are not known denies nothing here, and one with a condition only makes it less likely that roles can be given.
 */
final class AzureDenials {
    private static final String DENIAL = "/microsoft.authorization/denyassignments/";
    private static final String BELOW = "/*";

    private final RiskGraph graph;
    private final List<PolicyStatement> denials = new ArrayList<>();
    private final Map<AssetKey, Map<String, List<Denied>>> byRole = new HashMap<>();

    AzureDenials(RiskGraph graph) {
        this.graph = graph;
        graph.assets(CloudPolicy.class)
                .filter(policy -> policy.key().text().contains(DENIAL) && policy.statements() != null)
                .flatMap(policy -> policy.statements().stream())
                .map(PolicyStatement::parse)
                .filter(statement -> !statement.allow())
                .forEach(denials::add);
    }

    private static boolean isUnconditional(PolicyStatement statement) {
        return statement.conditions().stream().allMatch(AzureDenials::names);
    }

    /** Whether a condition only names who is excepted. */
    private static boolean names(Condition condition) {
        return condition.operator().equals("not") && condition.key().equals("principal");
    }

    /** Whether an action on a resource is denied to all who hold a role or may activate it. */
    boolean deny(AzureRole role, AssetKey resource, String action) {
        return matches(
                role,
                resource.text(),
                (denied, itself) -> !denied.conditional() && (itself || denied.below()) && denied.takes(action));
    }

    /** Whether all who hold a role can give roles somewhere in its scope, as far as is known. */
    boolean leaveGranting(AzureRole role) {
        return role.grantsRoles() && !denyGrants(role, false);
    }

    /** Whether denials under conditions, which are not evaluated, are about all ways in which a role gives roles. */
    boolean mayDenyGranting(AzureRole role) {
        return denyGrants(role, true);
    }

    private boolean denyGrants(AzureRole role, boolean evenConditional) {
        return role.grants().stream()
                .allMatch(action -> matches(
                        role,
                        AzureRole.prefix(role.scope()),
                        (denied, itself) ->
                                (evenConditional || !denied.conditional()) && denied.below() && denied.takes(action)));
    }

    private boolean matches(AzureRole role, String id, BiPredicate<Denied, Boolean> test) {
        Map<String, List<Denied>> byScope = byRole.computeIfAbsent(role.key(), this::ofRole);
        for (int end = id.length(); end > 0 && !byScope.isEmpty(); end = id.lastIndexOf('/', end - 1)) {
            boolean itself = end == id.length();
            for (Denied denied : byScope.getOrDefault(id.substring(0, end), List.of())) {
                if (test.test(denied, itself)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What is denied to all who hold a role, by how the keys of what lies in the scope begin. */
    private Map<String, List<Denied>> ofRole(AssetKey role) {
        Map<String, List<Denied>> byScope = new HashMap<>();
        if (denials.isEmpty()) {
            return byScope;
        }
        List<AssetKey> holders = EntraRoles.takers(graph, role);
        for (PolicyStatement denial : denials) {
            if (holders.stream().allMatch(holder -> isDenied(holder, denial))) {
                for (String scope : denial.resources()) {
                    boolean below = scope.endsWith(BELOW);
                    AssetKey at = AzureRole.key(below ? scope.substring(0, scope.length() - BELOW.length()) : scope);
                    for (String prefix : below ? AzureRole.prefixes(graph, at) : Set.of(AzureRole.prefix(at))) {
                        byScope.computeIfAbsent(prefix, s -> new ArrayList<>())
                                .add(new Denied(below, !isUnconditional(denial), new Permissions(denial.actions())));
                    }
                }
            }
        }
        return byScope;
    }

    private boolean isDenied(AssetKey holder, PolicyStatement denial) {
        Set<String> names = names(closure(holder, true));
        boolean named = denial.principals().contains("*")
                || denial.principals().stream().anyMatch(names::contains);
        List<String> excepted = denial.conditions().stream()
                .filter(AzureDenials::names)
                .flatMap(condition -> condition.values().stream())
                .toList();
        if (!named || excepted.stream().anyMatch(names::contains)) {
            return false;
        }
        boolean mayBeInOne = excepted.stream().map(AssetKey::new).anyMatch(this::hasUnknownMembers);
        return !mayBeInOne && (excepted.isEmpty() || noMemberIs(holder, excepted));
    }

    private boolean hasUnknownMembers(AssetKey group) {
        return graph.find(group, IdentityGroup.class).isPresent()
                && graph.incoming(group, RelationType.MEMBER_OF).isEmpty();
    }

    private boolean noMemberIs(AssetKey holder, List<String> excepted) {
        return !hasUnknownMembers(holder)
                && names(closure(holder, false)).stream().noneMatch(excepted::contains);
    }

    private static Set<String> names(Set<AssetKey> keys) {
        Set<String> names = new HashSet<>();
        keys.forEach(key -> names.add(key.text()));
        return names;
    }

    /** A principal and the groups it is in, or a group and its members. */
    private Set<AssetKey> closure(AssetKey principal, boolean groups) {
        Set<AssetKey> found = new HashSet<>(Set.of(principal));
        List<AssetKey> open = new ArrayList<>(found);
        while (!open.isEmpty()) {
            AssetKey next = open.remove(open.size() - 1);
            List<Relation> memberships = groups
                    ? graph.outgoing(next, RelationType.MEMBER_OF)
                    : graph.incoming(next, RelationType.MEMBER_OF);
            for (Relation membership : memberships) {
                AssetKey other = groups ? membership.to() : membership.from();
                if (found.add(other)) {
                    open.add(other);
                }
            }
        }
        return found;
    }

    private record Denied(boolean below, boolean conditional, Permissions permissions) {
        boolean takes(String action) {
            return permissions.allow(action);
        }
    }
}
