package dev.throughline.connector.kev;

import dev.throughline.connector.support.Cwe;
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
import dev.throughline.model.Vulnerability;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The only partition: the whole catalogue.
 *
 * @param file the file
 * @param limits how large it may be
 */
record Catalogue(InputFile file, JsonLimits limits) implements Partition {
    @Override
    public String name() {
        return "catalogue";
    }

    @Override
    public Completeness read(FactSink sink) {
        long[] read = {0};
        try {
            Fields around = Json.elements(file, List.of("vulnerabilities"), limits, entry -> {
                read[0]++;
                Records.one(entry, sink, Catalogue::entry);
            });
            return completeness(around, read[0]);
        } catch (WrongShape e) {
            throw new SourceException(new Rejection(file.name(), e.pointer(), String.valueOf(e.getMessage())), e);
        }
    }

    private Completeness completeness(Fields around, long read) {
        if (!around.has("vulnerabilities")) {
            throw new WrongShape("/vulnerabilities", "this list is not there, so it is not the catalogue");
        }
        Long announced = around.number("count");
        return announced == null || announced == read
                ? Completeness.complete()
                : Completeness.partial(file.name() + ": " + read + " of " + announced + " entries are there");
    }

    private static void entry(Fields entry, FactSink sink) {
        List<String> cwes = Cwe.in(entry.strings("cwes"));
        sink.accept(new Vulnerability(
                AssetKey.vulnerability(entry.requiredText("cveID")),
                null,
                null,
                null,
                null,
                null,
                true,
                cwes.isEmpty() ? null : cwes,
                null,
                null,
                date(entry, "dateAdded"),
                "Known".equals(entry.text("knownRansomwareCampaignUse")) ? true : null));
    }

    /** A day of the catalogue, as its first moment. */
    private static @Nullable Instant date(Fields entry, String field) {
        String day = entry.text(field);
        try {
            return day == null
                    ? null
                    : LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw new WrongShape(entry.get(field).pointer(), "expected a day such as 2026-11-22");
        }
    }
}
