package dev.throughline.connector.aws;

import dev.throughline.model.AssetKey;
import dev.throughline.model.CloudResource;
import dev.throughline.model.RelationType;
import org.jspecify.annotations.Nullable;

/** What runs code with a role and is nothing else to the risk graph: stacks, build projects. */
final class Others {
    private Others() {}

    static void stack(Item item, Facts facts) {
        runsAs(Place.arn(item.requiredText("StackId")), item.text("StackName"), "stack", item, "RoleARN", facts);
    }

    static void project(Item item, Facts facts) {
        project(item.requiredText("arn"), item, facts);
    }

    /** Config tells the ARN of a project beside its configuration. */
    static void project(String arn, Item item, Facts facts) {
        runsAs(Place.arn(arn), item.text("name"), "build project", item, "serviceRole", facts);
    }

    private static void runsAs(AssetKey key, @Nullable String name, String type, Item item, String field, Facts facts) {
        facts.own(new CloudResource(key, name, type, item.tags()));
        String role = item.text(field);
        if (role != null) {
            facts.relate(key, RelationType.RUNS_AS, Place.arn(role));
        }
    }
}
