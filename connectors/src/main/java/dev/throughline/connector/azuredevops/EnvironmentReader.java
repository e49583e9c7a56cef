package dev.throughline.connector.azuredevops;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.StatedProperties;
import dev.throughline.connector.support.export.Reading;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Reads the deployment records of environments: which build deployed there, and to which namespace of which cluster where a
 * resource of Kubernetes stands for it. What did not succeed deployed nothing; what belongs to no build has no commit.
 */
final class EnvironmentReader {
    private static final Set<String> DONE = Set.of("succeeded", "succeededWithIssues");

    private final Collection organization;
    private final String project;
    private final Reading reading;

    EnvironmentReader(Collection organization, String project, Reading reading) {
        this.organization = organization;
        this.project = project;
        this.reading = reading;
    }

    /** Reads the records of one environment from its folder. */
    void read(String folder, AssetKey environment) {
        Map<String, Fields> resources = new HashMap<>();
        for (InputFile file : reading.export().files(folder + "/kubernetes", ".json")) {
            String name = file.name();
            reading.document(
                    name.substring(0, name.length() - ".json".length()),
                    (resource, sink) -> resources.put(String.valueOf(resource.scalar("id")), resource));
        }
        reading.list(
                folder + "/environmentdeploymentrecords",
                "value",
                (record, sink) -> record(record, environment, resources, sink));
    }

    private void record(Fields record, AssetKey environment, Map<String, Fields> resources, FactSink sink) {
        String build = record.object("owner").scalar("id");
        if (build == null
                || !"Build".equals(record.text("planType"))
                || !DONE.contains(String.valueOf(record.text("result")))) {
            return;
        }
        Fields resource = resources.getOrDefault(String.valueOf(record.scalar("resourceId")), Fields.NONE);
        sink.accept(new Relation(
                organization.inProject(AssetKind.PIPELINE_RUN, project, "builds/" + build),
                RelationType.DEPLOYED_TO,
                environment,
                new StatedProperties()
                        .with("task", record.text("stageName"))
                        .with("createdAt", record.instant("finishTime"))
                        .with("cluster", resource.text("clusterName"))
                        .with("namespace", resource.text("namespace"))
                        .asMap()));
    }
}
