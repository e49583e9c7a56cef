package dev.throughline.connector.aws;

import dev.throughline.connector.support.Fields;
import dev.throughline.model.AccessKey;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.CloudPolicy;
import dev.throughline.model.CloudResource;
import dev.throughline.model.Identity;
import dev.throughline.model.IdentityGroup;
import dev.throughline.model.PolicyStatement;
import dev.throughline.model.RelationType;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Users, groups, roles, instance profiles and policies, as {@code iam get-account-authorization-details} and others tell. */
final class Iam {
    private Iam() {}

    static void user(Item item, Facts facts) {
        AssetKey key = Place.arn(item.requiredText("Arn"));
        facts.own(new Identity(key, item.text("UserName"), "user", null, item.tags()));
        policies(key, item, "UserPolicyList", facts);
        for (String group : item.strings("GroupList")) {
            facts.relate(key, RelationType.MEMBER_OF, facts.place().global("iam", "group/" + group));
        }
    }

    static void group(Item item, Facts facts) {
        AssetKey key = Place.arn(item.requiredText("Arn"));
        facts.own(new IdentityGroup(key, item.text("GroupName"), null));
        policies(key, item, "GroupPolicyList", facts);
    }

    static void role(Item item, Facts facts) {
        AssetKey key = Place.arn(item.requiredText("Arn"));
        facts.own(new Identity(key, item.text("RoleName"), "role", null, item.tags()));
        policies(key, item, "RolePolicyList", facts);
        if (item.has("AssumeRolePolicyDocument")) {
            List<PolicyStatement> trust = PolicyDocument.read(item.get("AssumeRolePolicyDocument"));
            facts.guard(key, trust);
            Federation.trusts(key, trust, facts);
        }
        item.list("InstanceProfileList").forEach(profile -> profile(profile, facts));
    }

    /** An instance profile holds at most one role. */
    static void profile(Item item, Facts facts) {
        AssetKey key = Place.arn(item.requiredText("Arn"));
        facts.own(new CloudResource(key, item.text("InstanceProfileName"), "instance profile", null));
        item.all("Roles", "Arn").forEach(role -> facts.relate(key, RelationType.RUNS_AS, Place.arn(role)));
    }

    private static void policies(AssetKey principal, Item item, String inline, Facts facts) {
        for (Item policy : item.list(inline)) {
            String name = policy.requiredText("PolicyName");
            AssetKey key = AssetKey.of(AssetKind.CLOUD_POLICY, principal.value() + "#" + name);
            facts.add(policy(key, name, policy.get("PolicyDocument"), "identity"));
            facts.relate(principal, RelationType.HAS_ROLE, key);
        }
        item.all("AttachedManagedPolicies", "PolicyArn")
                .forEach(policy -> facts.relate(principal, RelationType.HAS_ROLE, Place.arn(policy)));
        String boundary = item.object("PermissionsBoundary").text("PermissionsBoundaryArn");
        if (boundary != null) {
            facts.relate(principal, RelationType.GUARDED_BY, Place.arn(boundary));
        }
    }

    static CloudPolicy policy(AssetKey key, @Nullable String name, Fields document, String type) {
        return new CloudPolicy(
                key,
                name,
                document.isAbsent()
                        ? null
                        : PolicyDocument.read(document).stream()
                                .map(PolicyStatement::toString)
                                .toList(),
                type,
                null);
    }

    /** A managed policy, with the version that is in force. */
    static void managed(Item item, Facts facts) {
        AssetKey key = Place.arn(item.requiredText("Arn"));
        Fields document = item.get("Document");
        for (Item version : item.list("PolicyVersionList")) {
            if (Boolean.TRUE.equals(version.bool("IsDefaultVersion"))) {
                document = version.get("Document");
            }
        }
        facts.add(policy(key, item.text("PolicyName"), document, "identity"));
    }

    static void accessKey(Item item, Facts facts) {
        String id = item.requiredText("AccessKeyId");
        String state = item.text("Status");
        AssetKey user = facts.place().global("iam", "user/" + item.requiredText("UserName"));
        AssetKey key = AssetKey.of(AssetKind.ACCESS_KEY, user.value() + "#" + id);
        facts.own(new AccessKey(key, id, state == null ? null : state.toLowerCase(Locale.ROOT), null, null));
        if ("Active".equals(state)) {
            facts.relate(key, RelationType.CAN_AUTHENTICATE_TO, user);
        }
    }
}
