package dev.throughline.samples;

import dev.throughline.store.IngestReport;
import java.util.List;

/** What came of reading sources, for people. */
final class ReadingsText {
    private static final int SHOWN = 10;

    private ReadingsText() {}

    static void print(Terminal terminal, List<Reading> readings) {
        Table table = new Table(
                "SOURCE",
                "PATH",
                "STATUS",
                "PARTS",
                "FACTS",
                "NEW CHUNKS",
                "RECORDS",
                "ACCEPTED",
                "MERGED",
                "REJECTED");
        for (Reading reading : readings) {
            ReadingView view = ReadingView.of(reading);
            table.row(
                    view.type(),
                    view.path(),
                    view.status(),
                    view.partitions(),
                    view.facts(),
                    view.chunksWritten(),
                    view.records().read(),
                    view.records().accepted(),
                    view.records().merged(),
                    view.records().rejected());
        }
        terminal.lines("", table.lines());
    }

    /** Tells what could not be read, and where. */
    static void warn(Terminal terminal, List<Reading> readings) {
        for (Reading reading : readings) {
            IngestReport report = reading.report();
            if (report == null) {
                terminal.warn("failed: " + reading.error());
                continue;
            }
            report.problems().forEach(problem -> terminal.warn("incomplete: " + report.scope() + " " + problem));
            report.rejections().stream()
                    .limit(SHOWN)
                    .forEach(rejection -> terminal.warn("rejected: " + report.scope() + " " + rejection));
            if (report.rejected() > SHOWN) {
                terminal.warn("rejected: " + report.scope() + " " + (report.rejected() - SHOWN)
                        + " more records or parts of records");
            }
        }
    }
}
