package dev.throughline.connector.defender;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.throughline.connector.support.CsvTable;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.SourceState;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The recommendations as the portal exports them, <em>Download CSV report</em>. */
final class CsvExport {
    private static final List<String> COLUMNS =
            List.of("resourceId", "recommendationId", "recommendationDisplayName", "severity", "state");

    private CsvExport() {}

    static void read(InputFile file, JsonLimits limits, FactSink sink) {
        CsvTable.read(file, limits, COLUMNS, sink, CsvExport::row);
    }

    private static void row(NamedCsvRecord row, FactSink sink) {
        SourceState state = Verdict.state(row.getField("state"), field(row, "notApplicableReason"));
        if (state == null) {
            return;
        }
        String id = row.getField("recommendationId");
        String key = id.substring(id.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        if (key.isBlank()) {
            throw new IllegalArgumentException("recommendationId: this column is required and has no value");
        }
        String resource = field(row, "resourceId");
        AssetKey asset = AssessedResource.of(resource == null ? id : resource);
        new Finding(
                        asset,
                        Assessment.typeOf(asset),
                        field(row, "recommendationDisplayName"),
                        Verdict.severity(field(row, "severity")),
                        state,
                        Assessment.address(field(row, "azurePortalRecommendationLink")))
                .breaks(key, "", sink);
    }

    private static @Nullable String field(NamedCsvRecord row, String column) {
        return row.findField(column)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .orElse(null);
    }
}
