package dev.throughline.connector.gitlab;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.StatedProperties;
import dev.throughline.connector.support.export.Reading;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Commit;
import dev.throughline.model.DeploymentEnvironment;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads environments, the approvals that protected ones need (GitLab, <em>Protected environments</em>), and which commits were
 * deployed to them.
 */
final class EnvironmentReader {
    private final AssetKey repository;
    private final Reading reading;

    EnvironmentReader(AssetKey repository, Reading reading) {
        this.repository = repository;
        this.reading = reading;
    }

    void read(String folder) {
        Map<String, Long> approvals = new HashMap<>();
        Map<String, Fields> listed = new HashMap<>();
        boolean known = reading.list(folder + "/protected_environments", null, (environment, sink) -> {
            String name = environment.requiredText("name");
            long required = approvals(environment);
            approvals.put(name, required);
            accept(name, required);
        });
        reading.list(folder + "/environments", null, (environment, sink) -> {
            String name = environment.requiredText("name");
            accept(name, known ? approvals.getOrDefault(name, 0L) : null);
            listed.put(name, environment);
        });
        reading.list(folder + "/deployments", null, (deployment, sink) -> deployment(deployment, listed, sink));
    }

    /** What did not succeed deployed nothing. The deployment names its environment, which tells where it is. */
    private void deployment(Fields deployment, Map<String, Fields> listed, FactSink sink) {
        if (!"success".equals(deployment.text("status"))) {
            return;
        }
        String sha = deployment.requiredText("sha");
        String name = deployment.object("environment").requiredText("name");
        AssetKey commit = AssetKey.commit(repository, sha);
        Fields environment = listed.getOrDefault(name, deployment.object("environment"));
        sink.accept(new Commit(commit, sha, null, null));
        sink.accept(new Relation(repository, RelationType.CONTAINS, commit));
        sink.accept(new Relation(repository, RelationType.CONTAINS, key(name)));
        sink.accept(new Relation(
                commit,
                RelationType.DEPLOYED_TO,
                key(name),
                new StatedProperties()
                        .with("ref", deployment.text("ref"))
                        .with("creator", deployment.object("user").text("username"))
                        .with("createdAt", deployment.instant("created_at"))
                        .with("namespace", environment.text("kubernetes_namespace"))
                        .withHost("host", environment.text("external_url"))
                        .asMap()));
    }

    private AssetKey key(String name) {
        return AssetKey.inRepository(AssetKind.DEPLOYMENT_ENVIRONMENT, repository, name);
    }

    private static long approvals(Fields environment) {
        Long count = environment.number("required_approval_count");
        long required = count == null ? 0 : count;
        for (Fields rule : environment.list("approval_rules")) {
            Long approvals = rule.number("required_approvals");
            required = Math.max(required, approvals == null ? 0 : approvals);
        }
        return required;
    }

    private void accept(String name, @Nullable Long approvals) {
        AssetKey key = key(name);
        reading.sink().accept(new DeploymentEnvironment(key, name, approvals, null));
        reading.sink().accept(new Relation(repository, RelationType.CONTAINS, key));
    }
}
