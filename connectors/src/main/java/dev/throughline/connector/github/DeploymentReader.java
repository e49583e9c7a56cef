package dev.throughline.connector.github;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.StatedProperties;
import dev.throughline.connector.support.export.Reading;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Commit;
import dev.throughline.model.DeploymentEnvironment;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.Map;

/**
 * Reads deployments: which commit somebody or something recorded as deployed to which environment, and at which address it is
 * said to be. One whose statuses tell that it did not come to pass deployed nothing.
 */
final class DeploymentReader {
    private final AssetKey repository;
    private final Reading reading;

    DeploymentReader(AssetKey repository, Reading reading) {
        this.repository = repository;
        this.reading = reading;
    }

    void read(String folder) {
        reading.list(folder + "/deployments", null, (deployment, sink) -> deployment(folder, deployment, sink));
    }

    private void deployment(String folder, Fields deployment, FactSink sink) {
        String sha = deployment.requiredText("sha");
        AssetKey commit = AssetKey.commit(repository, sha);
        sink.accept(new Commit(commit, sha, null, null));
        sink.accept(new Relation(repository, RelationType.CONTAINS, commit));
        String name = deployment.requiredText("environment");
        AssetKey environment = EnvironmentReader.key(repository, name);
        sink.accept(new DeploymentEnvironment(environment, name, null, null));
        sink.accept(new Relation(repository, RelationType.CONTAINS, environment));
        DeploymentOutcome outcome = new DeploymentOutcome();
        Long id = deployment.number("id");
        if (id != null) {
            reading.list(folder + "/deployments/" + id + "/statuses", null, (status, facts) -> outcome.add(status));
        }
        if (outcome.mayBeDeployed()) {
            sink.accept(new Relation(commit, RelationType.DEPLOYED_TO, environment, properties(deployment, outcome)));
        }
    }

    private static Map<String, String> properties(Fields deployment, DeploymentOutcome outcome) {
        return new StatedProperties()
                .with("task", deployment.text("task"))
                .with("ref", deployment.text("ref"))
                .with("creator", deployment.object("creator").text("login"))
                .with("createdAt", deployment.instant("created_at"))
                .withHost("host", outcome.address())
                .asMap();
    }
}
