package dev.throughline.connector.aws;

import dev.throughline.model.AssetKey;
import dev.throughline.model.DataStore;
import dev.throughline.model.PolicyStatement;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Buckets of S3, and whether anybody may read them: by a policy or an access list, if no block of public access stands in the
 * way. It takes all three to tell, unless one of them decides alone.
 */
final class Buckets {
    private static final Set<String> EVERYBODY = Set.of(
            "http://acs.amazonaws.com/groups/global/AllUsers",
            "http://acs.amazonaws.com/groups/global/AuthenticatedUsers");
    private static final Set<String> CONDITIONS_OF_OWNERS = Set.of(
            "aws:sourcearn",
            "aws:sourceaccount",
            "aws:sourceip",
            "aws:sourcevpc",
            "aws:sourcevpce",
            "aws:principalorgid",
            "aws:principalarn",
            "aws:principalaccount");

    private Buckets() {}

    /** {@code s3api list-buckets}. */
    static void listed(Item item, Facts facts) {
        own(facts.place().bucket(item.requiredText("Name")), item.requiredText("Name"), null, null, item, facts);
    }

    /**
     * Answers about one bucket, merged into one object: {@code Policy}, {@code PublicAccessBlockConfiguration}, {@code Grants},
     * {@code ServerSideEncryptionConfiguration}. A member that is null says that there is none.
     */
    static void described(String name, Item answers, Facts facts) {
        AssetKey key = facts.place().bucket(name);
        List<PolicyStatement> policy = answers.has("Policy") ? PolicyDocument.read(answers.get("Policy")) : null;
        if (policy != null) {
            facts.guard(key, policy);
        }
        own(key, name, isPublic(answers, policy), encrypted(answers), answers, facts);
    }

    private static void own(
            AssetKey key,
            String name,
            @Nullable Boolean isPublic,
            @Nullable Boolean encrypted,
            Item item,
            Facts facts) {
        facts.own(new DataStore(key, name, "s3", isPublic, encrypted, null, null, item.tags()));
    }

    private static @Nullable Boolean encrypted(Item answers) {
        return answers.has("ServerSideEncryptionConfiguration") ? Boolean.TRUE : null;
    }

    private static @Nullable Boolean isPublic(Item answers, @Nullable List<PolicyStatement> policy) {
        Item block = answers.object("PublicAccessBlockConfiguration");
        boolean noPolicies = both(block, "BlockPublicPolicy", "RestrictPublicBuckets");
        boolean noLists = both(block, "BlockPublicAcls", "IgnorePublicAcls");
        boolean policySays = policy != null && policy.stream().anyMatch(Buckets::opens);
        boolean listSays =
                answers.has("Grants") && answers.list("Grants").stream().anyMatch(Buckets::opens);
        boolean known = known(answers, "PublicAccessBlockConfiguration");
        if (known && ((policySays && !noPolicies) || (listSays && !noLists))) {
            return true;
        }
        boolean policyShut = noPolicies || (known(answers, "Policy") && !policySays);
        boolean listShut = noLists || (known(answers, "Grants") && !listSays);
        return (policyShut && listShut) ? Boolean.FALSE : null;
    }

    /** Whether there is an answer, be it that there is nothing. */
    private static boolean known(Item answers, String name) {
        return answers.fields().names().stream().anyMatch(own -> own.equalsIgnoreCase(name));
    }

    private static boolean both(Item block, String one, String other) {
        return Boolean.TRUE.equals(block.bool(one)) && Boolean.TRUE.equals(block.bool(other));
    }

    /** As Amazon S3 judges it: anybody may read, under no condition that names who. */
    private static boolean opens(PolicyStatement statement) {
        boolean reads = statement.actions().stream()
                .anyMatch(action -> action.equals("*") || action.matches("(?i)s3:(\\*|get(object)?\\*|getobject)"));
        boolean limited = statement.conditions().stream()
                .anyMatch(condition ->
                        CONDITIONS_OF_OWNERS.contains(condition.key().toLowerCase(Locale.ROOT)));
        return statement.allow()
                && reads
                && !limited
                && (statement.principals().contains("*") || statement.exceptPrincipals());
    }

    private static boolean opens(Item grant) {
        String permission = String.valueOf(grant.text("Permission"));
        return EVERYBODY.contains(String.valueOf(grant.object("Grantee").text("URI")))
                && (permission.equals("READ") || permission.equals("FULL_CONTROL"));
    }
}
