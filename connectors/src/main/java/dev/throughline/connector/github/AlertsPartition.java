package dev.throughline.connector.github;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.SecretHash;
import dev.throughline.connector.support.export.ExportFolder;
import dev.throughline.connector.support.export.Reading;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Partition;
import dev.throughline.model.AssetKey;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Alerts of many repositories in one list each, as an organization answers them. */
final class AlertsPartition implements Partition {
    private static final String CODE = "code-scanning-alerts";
    private static final String DEPENDENCIES = "dependabot-alerts";
    private static final String SECRETS = "secret-scanning-alerts";

    private final Owner owner;
    private final SecretHash secretHash;
    private final ExportFolder export;

    AlertsPartition(Owner owner, SecretHash secretHash, ExportFolder export) {
        this.owner = owner;
        this.secretHash = secretHash;
        this.export = export;
    }

    boolean isThere() {
        return List.of(CODE, DEPENDENCIES, SECRETS, VulnerabilityAlertReader.FILE).stream()
                .anyMatch(export::hasList);
    }

    @Override
    public String name() {
        return "alerts";
    }

    @Override
    public Completeness read(FactSink sink) {
        Reading reading = new Reading(export, sink);
        Map<AssetKey, CodeScanningReader> code = new TreeMap<>();
        reading.list(
                CODE,
                null,
                (alert, facts) -> code.computeIfAbsent(
                                repository(alert), repository -> new CodeScanningReader(repository, reading))
                        .alert(alert, facts));
        code.values().forEach(CodeScanningReader::emit);
        reading.list(
                DEPENDENCIES,
                null,
                (alert, facts) -> new DependabotReader(repository(alert), reading).alert(alert, facts));
        reading.list(
                SECRETS,
                null,
                (alert, facts) ->
                        new SecretScanningReader(repository(alert), secretHash, reading).alert(SECRETS, alert, facts));
        new VulnerabilityAlertReader(owner, null, reading).read("");
        return reading.completeness();
    }

    /** The repository is named beside the alert, or begins the address of the alert. */
    private AssetKey repository(Fields alert) {
        String name = alert.object("repository").text("full_name");
        return name == null ? AssetKey.repository(alert.requiredText("url")) : owner.repository(name);
    }
}
