package dev.throughline.connector.azuredevops;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.export.Reading;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AgentPool;
import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.DeploymentEnvironment;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.SecureFile;
import dev.throughline.model.ServiceConnection;
import dev.throughline.model.VariableGroup;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what pipelines of a project may use, which of them may, and the checks before it. */
final class ResourceReader {
    private final Collection organization;
    private final String project;
    private final Map<Long, AssetKey> pipelines;
    private final Reading reading;

    ResourceReader(Collection organization, String project, Map<Long, AssetKey> pipelines, Reading reading) {
        this.organization = organization;
        this.project = project;
        this.pipelines = pipelines;
        this.reading = reading;
    }

    void read(String folder) {
        reading.list(folder + "/endpoints", "value", (endpoint, sink) -> endpoint(folder, endpoint, sink));
        reading.list(folder + "/variablegroups", "value", (group, sink) -> group(folder, group, sink));
        reading.list(folder + "/securefiles", "value", (file, sink) -> {
            AssetKey key = key(AssetKind.SECURE_FILE, file);
            Boolean open = open(folder, "securefile", file, key, RelationType.USES_SECRET);
            contain(new SecureFile(key, file.text("name"), open), sink);
        });
        reading.list(folder + "/environments", "value", (environment, sink) -> {
            AssetKey key = key(AssetKind.DEPLOYMENT_ENVIRONMENT, environment);
            Checks checks = Checks.of(reading, folder, "environment", id(environment));
            contain(
                    new DeploymentEnvironment(key, environment.text("name"), checks.approvers(), checks.branchesOnly()),
                    sink);
            new EnvironmentReader(organization, project, reading)
                    .read(folder + "/environments/" + id(environment), key);
        });
        reading.list(folder + "/queues", "value", (queue, sink) -> {
            String pool = queue.object("pool").text("name");
            if (pool != null) {
                AssetKey key = organization.pool(pool);
                Boolean open = open(folder, "queue", queue, key, RelationType.RUNS_ON);
                sink.accept(new AgentPool(key, pool, queue.object("pool").bool("isHosted"), open));
            }
        });
    }

    /** Whose identity it is made with is in its parameters, among credentials, and is not looked at. */
    private void endpoint(String folder, Fields endpoint, FactSink sink) {
        AssetKey key = key(AssetKind.SERVICE_CONNECTION, endpoint);
        Checks checks = Checks.of(reading, folder, "endpoint", id(endpoint));
        Boolean open = open(folder, "endpoint", endpoint, key, RelationType.USES_CONNECTION);
        String type = endpoint.text("type");
        contain(
                new ServiceConnection(
                        key, endpoint.text("name"), type, open, checks.approvers(), checks.branchesOnly()),
                sink);
        Fields data = endpoint.get("data").node().isObject() ? endpoint.get("data") : Fields.NONE;
        String subscription = data.scalar("subscriptionId");
        if ("azurerm".equalsIgnoreCase(type)
                && subscription != null
                && "Subscription".equals(data.text("scopeLevel"))) {
            AssetKey account = AssetKey.of(AssetKind.CLOUD_ACCOUNT, "azure/" + subscription.toLowerCase(Locale.ROOT));
            sink.accept(new Relation(
                    key,
                    RelationType.CAN_AUTHENTICATE_TO,
                    account,
                    Map.of("reason", "the service connection is made for the subscription")));
        }
    }

    private void group(String folder, Fields group, FactSink sink) {
        AssetKey key = key(AssetKind.VARIABLE_GROUP, group);
        Checks checks = Checks.of(reading, folder, "variablegroup", id(group));
        Boolean open = open(folder, "variablegroup", group, key, RelationType.USES_SECRET);
        contain(
                new VariableGroup(
                        key, group.text("name"), hasSecrets(group), open, checks.approvers(), checks.branchesOnly()),
                sink);
    }

    private static Boolean hasSecrets(Fields group) {
        Fields variables = group.object("variables");
        return "AzureKeyVault".equals(group.text("type"))
                || variables.names().stream()
                        .anyMatch(name -> variables.get(name).node().isObject()
                                && Boolean.TRUE.equals(variables.get(name).bool("isSecret")));
    }

    private AssetKey key(AssetKind kind, Fields resource) {
        return organization.inProject(kind, project, resource.requiredText("name"));
    }

    private static String id(Fields resource) {
        String id = String.valueOf(resource.scalar("id"));
        return id.matches("[A-Za-z0-9-]+") ? id : "-";
    }

    private void contain(Asset resource, FactSink sink) {
        sink.accept(resource);
        sink.accept(new Relation(organization.project(project), RelationType.CONTAINS, resource.key()));
    }

    /** Whether all pipelines may use it, and which were authorised one by one. An answer without {@code allPipelines} is a no. */
    private @Nullable Boolean open(String folder, String type, Fields resource, AssetKey key, RelationType use) {
        Boolean[] open = {null};
        reading.document(folder + "/permissions/" + type + "/" + id(resource), (permissions, sink) -> {
            open[0] = Boolean.TRUE.equals(permissions.object("allPipelines").bool("authorized"));
            for (Fields pipeline : permissions.list("pipelines")) {
                AssetKey authorised = pipelines.get(pipeline.number("id"));
                if (authorised != null && Boolean.TRUE.equals(pipeline.bool("authorized"))) {
                    sink.accept(new Relation(authorised, use, key));
                }
            }
        });
        return open[0];
    }
}
