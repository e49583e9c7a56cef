package dev.throughline.connector.aws;

import dev.throughline.connector.support.WrongShape;
import dev.throughline.model.AssetKey;
import dev.throughline.model.PolicyStatement;
import java.util.List;

/** Answers that hold a policy and nothing else: {@code lambda get-policy}, {@code kms get-key-policy} and others. */
final class ResourcePolicies {
    private ResourcePolicies() {}

    /** Whose policy it is, the file's name tells, or the policy itself. */
    static void read(Item answer, Facts facts) {
        List<PolicyStatement> statements = PolicyDocument.read(answer.get("Policy"));
        String subject = facts.place().subject();
        if (subject.startsWith("arn:aws")) {
            put(Place.arn(subject), statements, facts);
            return;
        }
        String arn = statements.stream()
                .flatMap(statement -> statement.resources().stream())
                .filter(resource -> resource.startsWith("arn:aws"))
                .findFirst()
                .orElseThrow(() -> new WrongShape(
                        answer.fields().pointer(), "whose policy it is is not known: name the file after its ARN"));
        if (arn.contains(":s3:::")) {
            Buckets.described(arn.substring(arn.indexOf(":::") + 3).replaceFirst("/.*$", ""), answer, facts);
        } else {
            put(Place.arn(arn.replaceFirst("\\*$", "")), statements, facts);
        }
    }

    static void put(AssetKey resource, List<PolicyStatement> statements, Facts facts) {
        facts.guard(resource, statements);
        if (resource.value().contains(":lambda:")) {
            Functions.invokedBy(resource, statements, facts);
        }
    }
}
