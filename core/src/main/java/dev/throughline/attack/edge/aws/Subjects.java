package dev.throughline.attack.edge.aws;

import dev.throughline.model.AssetKey;
import dev.throughline.model.CloudPolicy;
import dev.throughline.model.Identity;
import dev.throughline.model.IdentityGroup;
import dev.throughline.model.PolicyStatement;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Whoever may send requests: principals, the permissions that several of them share, and accounts for their administrators. */
final class Subjects {
    private final RiskGraph graph;
    private final Policies policies;
    private final Restrictions restrictions;
    private final Actions actions;
    private final Set<String> deniedByName = new TreeSet<>();
    private final List<Subject> all = new ArrayList<>();

    Subjects(RiskGraph graph, Policies policies, Organization organization, Actions actions) {
        this.graph = graph;
        this.policies = policies;
        this.restrictions = new Restrictions(policies, organization);
        this.actions = actions;
        findDeniedByName();
        RowPermissions rows = new RowPermissions(actions, policies);
        PermissionSets sets = new PermissionSets(policies, restrictions, rows);
        List<Principal> principals = keys().stream().map(this::principal).toList();
        principals.forEach(sets::add);
        principals.forEach(principal -> all.add(sets.subject(principal)));
        sets.all().forEach(all::add);
        principals.stream()
                .map(principal -> principal.limits().account())
                .distinct()
                .forEach(account -> all.add(account(account, rows)));
    }

    List<Subject> all() {
        return Collections.unmodifiableList(all);
    }

    private List<AssetKey> keys() {
        return Stream.concat(
                        graph.assets(Identity.class).map(Identity::key),
                        graph.assets(IdentityGroup.class).map(IdentityGroup::key))
                .filter(key -> {
                    Arn arn = Arn.of(key);
                    return arn != null && ResourceType.of(arn) != null;
                })
                .sorted()
                .toList();
    }

    private void findDeniedByName() {
        graph.assets(CloudPolicy.class)
                .filter(policy -> "resource".equals(policy.type()))
                .forEach(policy -> {
                    for (String text : policy.statements() == null ? List.<String>of() : policy.statements()) {
                        if (text.startsWith("deny ")) {
                            PolicyStatement.parse(text).principals().stream()
                                    .filter(who -> who.startsWith("aws:arn:"))
                                    .forEach(who -> deniedByName.add(who.substring("aws:".length())));
                        }
                    }
                });
    }

    private Set<AssetKey> groups(AssetKey principal) {
        Set<AssetKey> groups = new TreeSet<>();
        graph.outgoing(principal, RelationType.MEMBER_OF).forEach(member -> groups.add(member.to()));
        return groups;
    }

    private List<AssetKey> held(AssetKey principal, Set<AssetKey> groups) {
        Set<AssetKey> held = new LinkedHashSet<>();
        graph.outgoing(principal, RelationType.HAS_ROLE).forEach(relation -> held.add(relation.to()));
        for (AssetKey group : groups) {
            graph.outgoing(group, RelationType.HAS_ROLE).stream()
                    .map(Relation::to)
                    .forEach(held::add);
        }
        return List.copyOf(held);
    }

    private Principal principal(AssetKey key) {
        Arn arn = Objects.requireNonNull(Arn.of(key));
        Set<AssetKey> groups = groups(key);
        List<AssetKey> held = held(key, groups);
        Map<String, String> variables =
                arn.resource().startsWith("user/") ? Map.of("aws:username", arn.name()) : Map.of();
        List<Statement> allows = new ArrayList<>();
        List<Statement> denies = new ArrayList<>();
        for (AssetKey policy : held) {
            policies.of(policy, variables).forEach(statement -> (statement.allow() ? allows : denies).add(statement));
        }
        Limits limits = restrictions.of(key, arn.account(), denies);
        SortedMap<Integer, List<Statement>> shareable = new TreeMap<>();
        if (!deniedByName.contains(key.value()) && !Principal.isAdministrator(allows, limits)) {
            for (AssetKey policy : held) {
                policies.forAnyHolder(policy)
                        .forEach(statement -> shareable
                                .computeIfAbsent(policies.number(statement), meaning -> new ArrayList<>())
                                .add(statement));
            }
        }
        return new Principal(key, arn, held, groups, allows, limits, shareable);
    }

    private Subject account(String account, RowPermissions rows) {
        AssetKey key = Organization.key(account);
        PolicyStatement everything = PolicyStatement.parse("allow action=* resource=*");
        return Subject.alone(
                key,
                restrictions.of(account),
                List.of(Objects.requireNonNull(Statement.of(key, everything, actions))),
                rows.ofOnePermission());
    }
}
