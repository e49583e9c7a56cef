package dev.throughline.connector.trivy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.Json;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.JsonStream;
import dev.throughline.connector.support.Records;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Partition;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Text;
import org.jspecify.annotations.Nullable;

/**
 * A report of one artifact or of a cluster.
 *
 * @param file the file
 * @param limits how large it may be
 * @param repository what reports of file systems are about; null if nobody said
 * @param cluster name of the cluster that reports of clusters are about; null if nobody said
 */
record TrivyReport(
        InputFile file,
        JsonLimits limits,
        @Nullable AssetKey repository,
        @Nullable String cluster) implements Partition {
    private static final String RESULTS = "Results";

    @Override
    public String name() {
        return file.name();
    }

    /** Trivy writes the results last. Where they stand before what they are about, they are passed over and read then. */
    @Override
    public Completeness read(FactSink sink) {
        ObjectNode around = JsonNodeFactory.instance.objectNode();
        Fields report = Fields.of(file.name(), around);
        Scanned[] scanned = new Scanned[1];
        boolean[] early = {false};
        boolean[] ofCluster = {false};
        Json.stream(file, limits, root -> {
            checkSchemaOf(root);
            root.members((name, value) -> {
                ofCluster[0] |= ClusterReport.has(name);
                if (ofCluster[0]) {
                    return; // read below, as what it is
                }
                if (!name.equals(RESULTS)) {
                    around.set(name, value.read().node());
                } else if (around.has("ArtifactType") && around.has("Metadata") && around.has("SchemaVersion")) {
                    scanned[0] = scanned(report, sink);
                    results(value, scanned[0], sink);
                } else {
                    early[0] = true;
                }
            });
            if (scanned[0] == null && !ofCluster[0]) {
                scanned[0] = scanned(report, sink);
            }
        });
        if (ofCluster[0]) {
            return ofCluster(sink);
        }
        if (early[0]) {
            Json.stream(
                    file,
                    limits,
                    root -> root.members((name, value) -> {
                        if (name.equals(RESULTS)) {
                            results(value, scanned[0], sink);
                        }
                    }));
        }
        return Completeness.complete();
    }

    private Completeness ofCluster(FactSink sink) {
        if (cluster == null) {
            throw ClusterReport.unnamed().in(file.name());
        }
        return ClusterReport.read(file, limits, cluster, sink);
    }

    private static void results(JsonStream results, Scanned scanned, FactSink sink) {
        results.elements(element -> Records.passing(element, sink, result -> Result.read(result, scanned, sink)));
    }

    private static void checkSchemaOf(JsonStream report) {
        if (report.isArray()) {
            throw new WrongShape("", "a report of schema 1, which names no digest; scan with Trivy 0.20 or newer");
        }
    }

    private static void checkSchema(Fields report) {
        Long schema = report.number("SchemaVersion");
        if (schema == null) {
            throw new WrongShape("/SchemaVersion", "missing, so this is no JSON report of Trivy");
        }
        if (schema != 2) {
            throw new WrongShape("/SchemaVersion", "schema " + schema + " is not 2");
        }
    }

    private Scanned scanned(Fields report, FactSink sink) {
        checkSchema(report);
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
