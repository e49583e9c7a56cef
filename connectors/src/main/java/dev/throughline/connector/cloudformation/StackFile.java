package dev.throughline.connector.cloudformation;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.Json;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.Records;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Partition;
import dev.throughline.model.AssetKey;
import java.util.List;

/**
 * The answer about one stack.
 *
 * @param file the file
 * @param limits how large it may be
 * @param template what the stack was made from
 */
record StackFile(InputFile file, JsonLimits limits, Template template) implements Partition {
    private static final String RESOURCES = "StackResources";

    /** The command describes as many, and does not tell that there are more. */
    private static final int MOST = 100;

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public Completeness read(FactSink sink) {
        try {
            AssetKey repository = template.repository();
            if (repository == null) {
                throw new WrongShape("", "the repository is unknown; name it with CloudFormationConnector.repository");
            }
            int[] count = {0};
            Fields around = Json.elements(file, List.of(RESOURCES), limits, resource -> {
                count[0]++;
                Records.one(
                        resource,
                        sink,
                        (one, facts) -> new StackResource(one).read(repository, template.path(), facts));
            });
            check(around);
            return count[0] < MOST
                    ? Completeness.complete()
                    : Completeness.partial(
                            file.name() + ": no more than " + MOST + " resources of a stack are described");
        } catch (WrongShape e) {
            throw e.in(file.name());
        }
    }

    private static void check(Fields answer) {
        if (answer.has(RESOURCES)) {
            return;
        }
        if (answer.has("StackResourceSummaries")) {
            throw new WrongShape(
                    "/StackResourceSummaries",
                    "list-stack-resources tells neither account nor region; read describe-stack-resources");
        }
        throw new WrongShape(
                "",
                answer.has("Resources")
                        ? "a template, which does not tell what came of it; read describe-stack-resources"
                        : "not an answer of describe-stack-resources");
    }
}
