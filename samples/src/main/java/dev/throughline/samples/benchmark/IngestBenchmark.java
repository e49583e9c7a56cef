package dev.throughline.samples.benchmark;

import dev.throughline.Throughline;
import dev.throughline.graph.EmbeddedNeo4j;
import dev.throughline.store.IngestReport;
import java.time.Duration;
import java.util.List;

/** Reads an estate into the record, for the first time, again, and after changes. */
final class IngestBenchmark {
    private final HeldEstate estate;
    private final Times first = new Times();
    private final Times answers = new Times();
    private final Times unchanged = new Times();
    private final Times changed = Times.ofChanges();
    private int chunksWritten;

    private IngestBenchmark(HeldEstate estate) {
        this.estate = estate;
    }

    static List<Figure> run(HeldEstate estate, Duration merge) {
        return new IngestBenchmark(estate).figures(merge);
    }

    private List<Figure> figures(Duration merge) {
        while (!answers.enough()) {
            try (EmbeddedNeo4j store = EmbeddedNeo4j.throwAway();
                    Throughline throughline = Throughline.storedIn(store)) {
                first(throughline, store);
                if (answers.enough()) {
                    again(throughline);
                    after(throughline);
                }
            }
        }
        return List.of(
                Figure.faster("ingest, committed and assembled", answers.median(), "UNWIND-MERGE", merge, 10),
                Figure.share("re-ingest, nothing changed", unchanged.median(), "first ingest", first.median(), 25),
                Figure.number("chunks it writes", chunksWritten, 0),
                Figure.share("re-ingest after 1 %", changed.median(), "first ingest", first.median(), 30));
    }

    private void first(Throughline throughline, EmbeddedNeo4j store) {
        first.measure(() -> throughline.ingest(estate.sources()));
        Times assembled = new Times();
        assembled.measure(() -> new RecordedGraph(store).current());
        answers.add(first.last().plus(assembled.last()));
    }

    private void again(Throughline throughline) {
        while (!unchanged.enough()) {
            unchanged.measure(() -> chunksWritten += throughline.ingest(estate.sources()).stream()
                    .mapToInt(IngestReport::chunksWritten)
                    .sum());
        }
    }

    private void after(Throughline throughline) {
        HeldEstate next = estate;
        while (!changed.enough()) {
            next = next.after(1);
            HeldEstate current = next;
            changed.measure(() -> throughline.ingest(current.sources()));
        }
    }
}
