package dev.throughline.connector.github;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.export.Reading;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.DeploymentEnvironment;
import dev.throughline.model.PipelineSecret;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads deployment environments and their protection rules. */
final class EnvironmentReader {
    private final AssetKey repository;
    private final Reading reading;

    EnvironmentReader(AssetKey repository, Reading reading) {
        this.repository = repository;
        this.reading = reading;
    }

    static AssetKey key(AssetKey repository, String name) {
        return AssetKey.inRepository(AssetKind.DEPLOYMENT_ENVIRONMENT, repository, name);
    }

    void read(String folder) {
        reading.list(folder + "/environments", "environments", this::environment);
        for (String name : reading.export().folders(folder + "/environments")) {
            AssetKey environment = key(repository, name);
            reading.list(folder + "/environments/" + name + "/secrets", "secrets", (secret, sink) -> {
                String title = secret.requiredText("name");
                AssetKey key = AssetKey.inRepository(
                        AssetKind.PIPELINE_SECRET, repository, name + "/" + title.toUpperCase(Locale.ROOT));
                sink.accept(new PipelineSecret(key, title, "environment", secret.instant("updated_at"), null, null));
                sink.accept(new Relation(environment, RelationType.CONTAINS, key));
            });
        }
    }

    private void environment(Fields environment, FactSink sink) {
        String name = environment.requiredText("name");
        AssetKey key = key(repository, name);
        sink.accept(new DeploymentEnvironment(key, name, reviewers(environment), protectedBranchesOnly(environment)));
        sink.accept(new Relation(repository, RelationType.CONTAINS, key));
    }

    private static @Nullable Long reviewers(Fields environment) {
        if (!environment.has("protection_rules")) {
            return null;
        }
        return environment.list("protection_rules").stream()
                .filter(rule -> "required_reviewers".equals(rule.text("type")))
                .mapToLong(rule -> rule.list("reviewers").size())
                .sum();
    }

    /** A policy that is there and null means that every branch may deploy. */
    private static @Nullable Boolean protectedBranchesOnly(Fields environment) {
        if (!environment.names().contains("deployment_branch_policy")) {
            return null;
        }
        return Boolean.TRUE.equals(
                environment.object("deployment_branch_policy").bool("protected_branches"));
    }
}
