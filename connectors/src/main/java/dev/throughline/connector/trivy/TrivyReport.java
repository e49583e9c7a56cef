package dev.throughline.connector.trivy;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.Json;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.Records;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Partition;
import dev.throughline.fact.Rejection;
import dev.throughline.fact.SourceException;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Text;
import org.jspecify.annotations.Nullable;

/**
 * A report of one artifact.
 *
 * @param file the file
 * @param limits how large it may be
 * @param repository what reports of file systems are about; null if nobody said
 */
record TrivyReport(
        InputFile file, JsonLimits limits, @Nullable AssetKey repository) implements Partition {
    @Override
    public String name() {
        return file.name();
    }

    @Override
    public Completeness read(FactSink sink) {
        Fields report = Json.read(file, limits);
        try {
            checkSchema(report);
            Scanned scanned = scanned(report, sink);
            Records.each(report.list("Results"), sink, (result, facts) -> new Result(result, scanned).read(facts));
        } catch (WrongShape e) {
            throw new SourceException(new Rejection(file.name(), e.pointer(), String.valueOf(e.getMessage())), e);
        }
        return Completeness.complete();
    }

    private static void checkSchema(Fields report) {
        if (report.node().isArray()) {
            throw new WrongShape("", "a report of schema 1, which names no digest; scan with Trivy 0.20 or newer");
        }
        if (report.has("ClusterName")) {
            throw new WrongShape("", "a report of a Kubernetes cluster, which is not read");
        }
        Long schema = report.number("SchemaVersion");
        if (schema == null) {
            throw new WrongShape("/SchemaVersion", "missing, so this is no JSON report of Trivy");
        }
        if (schema != 2) {
            throw new WrongShape("/SchemaVersion", "schema " + schema + " is not 2");
        }
    }

    private Scanned scanned(Fields report, FactSink sink) {
        String type = report.requiredText("ArtifactType");
        return switch (type) {
            case "container_image" -> ScannedImage.read(report, sink);
            case "filesystem", "repository" -> Scanned.repository(repositoryOf(report));
            default ->
                throw new WrongShape(
                        "/ArtifactType",
                        "a report of type '" + Text.quote(type)
                                + "' is not read; container_image, filesystem and repository are");
        };
    }

    private AssetKey repositoryOf(Fields report) {
        if (repository != null) {
            return repository;
        }
        String url = report.object("Metadata").text("RepoURL");
        if (url == null || url.isBlank()) {
            throw new WrongShape("/ArtifactType", "the repository is unknown; name it with TrivyConnector.repository");
        }
        try {
            return AssetKey.repository(url);
        } catch (IllegalArgumentException e) {
            throw new WrongShape("/Metadata/RepoURL", String.valueOf(e.getMessage()));
        }
    }
}
