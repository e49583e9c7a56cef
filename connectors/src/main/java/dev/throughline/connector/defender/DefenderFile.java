package dev.throughline.connector.defender;

import dev.throughline.connector.support.ArmAnswer;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.JsonShape;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Partition;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One export. Its records are read one by one.
 *
 * @param file the file
 * @param limits how large it may be
 */
record DefenderFile(InputFile file, JsonLimits limits) implements Partition {
    /** Without what most records have and nobody asks for, as answers write it. */
    private static final JsonShape RECORD = new JsonShape(
            Map.of(),
            Map.of(
                    "",
                    Set.of("kind", "location", "name", "resourceGroup", "subscriptionId", "tenantId", "type"),
                    "properties",
                    Set.of("description", "impact", "remediation"),
                    "artifactDetails",
                    Set.of("artifactType", "lastPushedToRegistryUTC", "mediaType", "scannedAt"),
                    "vulnerabilityDetails",
                    Set.of(
                            "cpe",
                            "exploitabilityAssessment",
                            "lastModifiedDate",
                            "publishedDate",
                            "references",
                            "workarounds"),
                    "softwareDetails",
                    Set.of("category", "evidence", "fixReference", "fixStatus", "language", "osDetails", "vendor")));

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public Completeness read(FactSink sink) {
        if (file.name().toLowerCase(Locale.ROOT).matches(".*\\.csv(\\.gz)?")) {
            CsvExport.read(file, limits, sink);
            return Completeness.complete();
        }
        AssessedImages images = new AssessedImages();
        return ArmAnswer.read(
                file,
                limits,
                RECORD,
                document -> document.has("id"),
                sink,
                (record, facts) -> Assessment.read(record, images, facts));
    }
}
