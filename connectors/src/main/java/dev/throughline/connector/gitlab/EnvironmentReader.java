package dev.throughline.connector.gitlab;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.export.Reading;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.DeploymentEnvironment;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads environments and the approvals that protected ones need (GitLab, <em>Protected environments</em>). */
final class EnvironmentReader {
    private final AssetKey repository;
    private final Reading reading;

    EnvironmentReader(AssetKey repository, Reading reading) {
        this.repository = repository;
        this.reading = reading;
    }

    void read(String folder) {
        Map<String, Long> approvals = new HashMap<>();
        boolean known = reading.list(folder + "/protected_environments", null, (environment, sink) -> {
            String name = environment.requiredText("name");
            long required = approvals(environment);
            approvals.put(name, required);
            accept(name, required);
        });
        reading.list(folder + "/environments", null, (environment, sink) -> {
            String name = environment.requiredText("name");
            accept(name, known ? approvals.getOrDefault(name, 0L) : null);
        });
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
        AssetKey key = AssetKey.inRepository(AssetKind.DEPLOYMENT_ENVIRONMENT, repository, name);
        reading.sink().accept(new DeploymentEnvironment(key, name, approvals, null));
        reading.sink().accept(new Relation(repository, RelationType.CONTAINS, key));
    }
}
