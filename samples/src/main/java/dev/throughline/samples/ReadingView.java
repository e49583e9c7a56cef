package dev.throughline.samples;

import dev.throughline.fact.Rejection;
import dev.throughline.store.IngestReport;
import dev.throughline.store.RecordCounts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of reading a source, in JSON, as {@code docs/schema/ingest.json} describes it. */
record ReadingView(
        String type,
        String path,
        String status,
        @Nullable String scope,
        @Nullable Long run,
        int partitions,
        long facts,
        int chunksWritten,
        List<String> problems,
        long rejected,
        List<RejectionView> rejections,
        RecordCounts records,
        @Nullable String error) {
    static ReadingView of(Reading reading) {
        String type = Names.of(reading.source().type());
        String path = reading.source().path();
        IngestReport report = reading.report();
        if (report == null) {
            return new ReadingView(
                    type,
                    path,
                    "failed",
                    null,
                    null,
                    0,
                    0,
                    0,
                    List.of(),
                    0,
                    List.of(),
                    RecordCounts.NONE,
                    reading.error());
        }
        return new ReadingView(
                type,
                path,
                status(report),
                report.scope().toString(),
                report.run(),
                report.partitions(),
                report.facts(),
                report.chunksWritten(),
                report.problems(),
                report.rejected(),
                report.rejections().stream().map(RejectionView::of).toList(),
                report.records(),
                null);
    }

    private static String status(IngestReport report) {
        if (!report.problems().isEmpty()) {
            return "incomplete";
        }
        return report.changed() ? "changed" : "unchanged";
    }

    record RejectionView(String source, String position, String cause) {
        static RejectionView of(Rejection rejection) {
            return new RejectionView(rejection.source(), rejection.position(), rejection.cause());
        }
    }
}
