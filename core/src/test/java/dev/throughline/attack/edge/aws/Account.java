package dev.throughline.attack.edge.aws;

import dev.throughline.Estate;
import dev.throughline.attack.AttackStep;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An account of AWS, to be filled by a test. */
final class Account {
    static final AssetKey KEY = AssetKey.of(AssetKind.CLOUD_ACCOUNT, "aws/111122223333");
    static final String ANYTHING = "allow action=* resource=*";

    private final Estate estate = new Estate();

    static AssetKey user(String name) {
        return iam("user/" + name);
    }

    static AssetKey role(String name) {
        return iam("role/" + name);
    }

    static AssetKey group(String name) {
        return iam("group/" + name);
    }

    static AssetKey policy(String name) {
        return iam("policy/" + name);
    }

    private static AssetKey iam(String resource) {
        return AssetKey.of(AssetKind.IDENTITY, "arn:aws:iam::111122223333:" + resource);
    }

    static AssetKey bucket(String name) {
        return AssetKey.of(AssetKind.DATA_STORE, "arn:aws:s3:::" + name);
    }

    /** A resource by its service and what follows the account. */
    static AssetKey resource(String service, String resource) {
        return AssetKey.of(AssetKind.CLOUD_RESOURCE, "arn:aws:" + service + ":eu-west-1:111122223333:" + resource);
    }

    Account withUser(String name, String... statements) {
        estate.asset(AssetKind.IDENTITY, user(name), Map.of("name", name, "type", "user"));
        return statements.length == 0 ? this : holds(user(name), name + "-policy", statements);
    }

    /** Adds a role with its trust; without any it trusts nobody. */
    Account withRole(String name, String... trust) {
        AssetKey key = role(name);
        estate.asset(AssetKind.IDENTITY, key, Map.of("name", name, "type", "role"));
        return guarded(key, trust);
    }

    Account withGroup(String name, String member) {
        estate.asset(AssetKind.IDENTITY_GROUP, group(name), Map.of("name", name));
        estate.relation(user(member), RelationType.MEMBER_OF, group(name));
        return this;
    }

    Account holds(AssetKey principal, String policy, String... statements) {
        estate.asset(
                AssetKind.CLOUD_POLICY,
                policy(policy),
                Map.of("name", policy, "type", "identity", "statements", List.of(statements)));
        estate.relation(principal, RelationType.HAS_ROLE, policy(policy));
        return this;
    }

    /** Limits a principal, or an account, by a policy. */
    Account limited(AssetKey asset, String policy, String... statements) {
        estate.asset(
                AssetKind.CLOUD_POLICY,
                policy(policy),
                Map.of("name", policy, "type", "identity", "statements", List.of(statements)));
        estate.relation(asset, RelationType.GUARDED_BY, policy(policy));
        return this;
    }

    /** Attaches a policy of an organization that an account manages. */
    Account controlled(AssetKey at, String manager, String kind, String... statements) {
        AssetKey policy = AssetKey.of(
                AssetKind.CLOUD_POLICY,
                "arn:aws:organizations::" + manager + ":policy/o-1/" + kind + "/p-" + kind.length());
        estate.asset(AssetKind.CLOUD_POLICY, policy, Map.of("statements", List.of(statements)));
        estate.relation(at, RelationType.GUARDED_BY, policy);
        return this;
    }

    /** Gives a resource a policy of its own. */
    Account guarded(AssetKey resource, String... statements) {
        AssetKey policy = AssetKey.of(AssetKind.CLOUD_POLICY, resource.value() + "#policy");
        estate.asset(AssetKind.CLOUD_POLICY, policy, Map.of("type", "resource", "statements", List.of(statements)));
        estate.relation(resource, RelationType.GUARDED_BY, policy);
        return this;
    }

    Account withBucket(String name, String... statements) {
        return with(AssetKind.DATA_STORE, bucket(name), Map.of("type", "s3"), statements);
    }

    Account with(AssetKind kind, AssetKey key, Map<String, ?> values, String... statements) {
        estate.asset(kind, key, values);
        estate.relation(KEY, RelationType.CONTAINS, key);
        return statements.length == 0 ? this : guarded(key, statements);
    }

    Account related(AssetKey from, RelationType type, AssetKey to) {
        estate.relation(from, type, to);
        return this;
    }

    /** The steps of an edge, but for those of administrators of the account. */
    List<AttackStep> steps(String edge) {
        return estate.steps(edge).stream()
                .filter(step -> !step.from().equals(KEY))
                .toList();
    }

    /** What administrators of the account can do by an edge. */
    List<AssetKey> ofAdministrators(String edge) {
        return estate.steps(edge).stream()
                .filter(step -> step.from().equals(KEY))
                .map(AttackStep::to)
                .toList();
    }

    /** What a row of the table gives anybody but administrators. */
    List<String> gainedBy(Abuse row) {
        List<String> gained = new ArrayList<>();
        new Abuses(estate.assess().graph()).find(row.category(), (subject, found, key, grants) -> {
            if (found.id().equals(row.id()) && !subject.key().equals(KEY)) {
                gained.add(key.text());
            }
        });
        return gained;
    }

    /** The steps of an edge, as text, but for those of administrators. */
    List<String> found(String edge) {
        return steps(edge).stream()
                .map(step -> step.from().value().replaceFirst("^arn:aws:[a-z0-9-]*:[a-z0-9-]*:[0-9]*:", "")
                        + " -> "
                        + step.to().value().replaceFirst("^arn:aws:[a-z0-9-]*:[a-z0-9-]*:[0-9]*:", ""))
                .toList();
    }
}
