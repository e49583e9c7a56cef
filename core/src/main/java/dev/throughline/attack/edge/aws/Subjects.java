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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Whoever may send requests. What a policy allows is worked out once for all its holders whom nothing else limits, so that a
 * thousand holders of a policy that opens a thousand stores make two thousand steps and not a million.
 */
final class Subjects {
    private final RiskGraph graph;
    private final Policies policies;
    private final Organization organization;
    private final Actions actions;
    private final Set<String> deniedByName = new TreeSet<>();
    private final Map<AssetKey, Set<String>> accountsOfHolders = new TreeMap<>();
    private final List<Subject> all = new ArrayList<>();

    Subjects(RiskGraph graph, Policies policies, Actions actions) {
        this.graph = graph;
        this.policies = policies;
        this.organization = new Organization(graph, policies);
        this.actions = actions;
        findDeniedByName();
        List<AssetKey> principals = principals();
        principals.forEach(this::noteHolder);
        Set<AssetKey> shared = new TreeSet<>();
        principals.forEach(principal -> {
            Subject subject = principal(principal);
            all.add(subject);
            subject.policies().stream().filter(policy -> uses(subject, policy)).forEach(shared::add);
        });
        shared.forEach(policy -> all.add(policy(
                policy,
                accountsOfHolders.getOrDefault(policy, Set.of()).iterator().next())));
        principals.stream()
                .map(Arn::of)
                .filter(Objects::nonNull)
                .map(Arn::account)
                .distinct()
                .forEach(account -> all.add(account(account)));
    }

    List<Subject> all() {
        return all;
    }

    /** Whether a principal holds a policy that is a subject of its own. */
    boolean uses(Subject subject, AssetKey policy) {
        return isFree(subject) && isShareable(policy);
    }

    private List<AssetKey> principals() {
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

    private void noteHolder(AssetKey principal) {
        for (AssetKey policy : held(principal)) {
            accountsOfHolders
                    .computeIfAbsent(policy, p -> new TreeSet<>())
                    .add(Objects.requireNonNull(Arn.of(principal)).account());
        }
    }

    private Set<AssetKey> groups(AssetKey principal) {
        Set<AssetKey> groups = new TreeSet<>();
        graph.outgoing(principal, RelationType.MEMBER_OF).forEach(member -> groups.add(member.to()));
        return groups;
    }

    private List<AssetKey> held(AssetKey principal) {
        Set<AssetKey> held = new LinkedHashSet<>();
        graph.outgoing(principal, RelationType.HAS_ROLE).forEach(relation -> held.add(relation.to()));
        for (AssetKey group : groups(principal)) {
            graph.outgoing(group, RelationType.HAS_ROLE).stream()
                    .map(Relation::to)
                    .forEach(held::add);
        }
        return List.copyOf(held);
    }

    private Subject principal(AssetKey key) {
        Arn arn = Objects.requireNonNull(Arn.of(key));
        List<AssetKey> held = held(key);
        List<Statement> allows = new ArrayList<>();
        List<Statement> own = new ArrayList<>();
        List<Statement> denies = new ArrayList<>();
        Map<String, String> variables =
                arn.resource().startsWith("user/") ? Map.of("aws:username", arn.name()) : Map.of();
        for (AssetKey policy : held) {
            for (Statement statement : policies.of(policy, policies.isPersonal(policy) ? variables : Map.of())) {
                (statement.allow() ? allows : denies).add(statement);
            }
        }
        List<Statement> boundary = null;
        List<String> doubts = new ArrayList<>();
        for (AssetKey limit : policies.boundaries(key)) {
            List<Statement> known = policies.of(limit);
            if (known == null) {
                doubts.add("its permission boundary " + limit.value() + " was not read");
            } else {
                boundary = known.stream().filter(Statement::allow).toList();
                known.stream().filter(s -> !s.allow()).forEach(denies::add);
            }
        }
        boolean free = boundary == null && doubts.isEmpty() && denies.isEmpty() && !deniedByName.contains(key.value());
        allows.stream().filter(s -> !free || !isShareable(s.policy())).forEach(own::add);
        Organization.Limits limits = organization.of(arn.account());
        denies.addAll(limits.denies());
        return new Subject(
                key, arn.account(), arn, allows, own, denies, boundary, limits.levels(), doubts, held, groups(key));
    }

    /** Whether nothing limits the principal but what limits everybody in its account. */
    private boolean isFree(Subject subject) {
        return subject.boundary() == null
                && subject.doubts().isEmpty()
                && subject.denies().size()
                        == organization.of(subject.account()).denies().size()
                && !deniedByName.contains(subject.key().value());
    }

    /** Who may do anything goes by the account instead. */
    private boolean isShareable(AssetKey policy) {
        List<Statement> statements = policies.of(policy);
        return statements != null
                && statements.stream().noneMatch(Statement::isEverything)
                && !policies.isPersonal(policy)
                && accountsOfHolders.getOrDefault(policy, Set.of()).size() == 1;
    }

    private Subject policy(AssetKey key, String account) {
        List<Statement> statements = policies.of(key);
        return alone(key, account, statements == null ? List.of() : statements);
    }

    private Subject account(String account) {
        AssetKey key = Organization.key(account);
        PolicyStatement everything = PolicyStatement.parse("allow action=* resource=*");
        return alone(key, account, List.of(Objects.requireNonNull(Statement.of(key, everything, actions))));
    }

    private Subject alone(AssetKey key, String account, List<Statement> allows) {
        Organization.Limits limits = organization.of(account);
        return new Subject(
                key,
                account,
                null,
                allows,
                allows,
                limits.denies(),
                null,
                limits.levels(),
                List.of(),
                List.of(),
                Set.of());
    }
}
