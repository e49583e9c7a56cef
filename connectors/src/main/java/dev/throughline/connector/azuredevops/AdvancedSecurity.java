package dev.throughline.connector.azuredevops;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.export.Reading;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Repository;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads for which repositories of a project Advanced Security is on (REST 7.2, <em>Advanced Security: Project
 * Enablement</em>), and their alerts.
 */
final class AdvancedSecurity {
    private final Map<String, Repository> repositories;
    private final Reading reading;

    /** Of the repositories by their ids. */
    AdvancedSecurity(Map<String, Repository> repositories, Reading reading) {
        this.repositories = repositories;
        this.reading = reading;
    }

    void read(String folder) {
        reading.document(folder + "/enablement", this::enablement);
        for (Repository repository : repositories.values()) {
            String list = folder + "/alerts/" + repository.name();
            Set<String> found = new AdvancedSecurityReader(repository.key(), reading).read(list);
            if (!found.isEmpty()) {
                reading.sink()
                        .accept(features(
                                repository.key(),
                                found.contains("code") ? true : null,
                                found.contains("secret") ? true : null,
                                null,
                                found.contains("dependency") ? true : null));
            }
        }
    }

    private void enablement(Fields project, FactSink sink) {
        for (Fields status : project.list("reposEnablementStatus")) {
            Repository repository = repositories.get(status.requiredText("repositoryId"));
            if (repository != null) {
                sink.accept(features(repository.key(), status));
            }
        }
    }

    /** Where the product is off, so are its scans; where it is on, a pipeline need not have any. */
    private static Repository features(AssetKey repository, Fields status) {
        Fields code = status.object("codeSecurityFeatures");
        Fields secrets = status.object("secretProtectionFeatures");
        Boolean codeSecurity = code.bool("codeSecurityEnabled");
        Boolean secretProtection = secrets.bool("secretProtectionEnabled");
        return features(
                repository,
                within(codeSecurity, code.bool("codeQLEnabled")),
                secretProtection,
                Boolean.FALSE.equals(secretProtection) ? secretProtection : secrets.bool("blockPushes"),
                within(codeSecurity, code.bool("dependencyScanningInjectionEnabled")));
    }

    private static @Nullable Boolean within(@Nullable Boolean product, @Nullable Boolean defaultSetup) {
        return Boolean.FALSE.equals(product) ? product : Boolean.TRUE.equals(defaultSetup) ? defaultSetup : null;
    }

    private static Repository features(
            AssetKey repository,
            @Nullable Boolean codeScanning,
            @Nullable Boolean secretScanning,
            @Nullable Boolean pushProtection,
            @Nullable Boolean dependencyAlerts) {
        return new Repository(
                repository,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                codeScanning,
                secretScanning,
                pushProtection,
                dependencyAlerts,
                null,
                null,
                null,
                null);
    }
}
