package dev.throughline.samples.benchmark;

import dev.throughline.Assessment;
import dev.throughline.Throughline;
import dev.throughline.graph.EmbeddedNeo4j;
import java.time.Duration;
import java.util.List;

/** Publishes an assessment, derived data and all: for the first time, and after changes. */
final class PublishBenchmark {
    private PublishBenchmark() {}

    static List<Figure> run(HeldEstate estate, Duration merge) {
        Times first = new Times();
        Times changed = Times.ofChanges();
        while (!first.enough()) {
            try (Throughline throughline = Throughline.storedIn(EmbeddedNeo4j.throwAway())) {
                throughline.ingest(estate.sources());
                publish(throughline, first);
                if (first.enough()) {
                    publishChanges(throughline, estate, changed);
                }
            }
        }
        return List.of(
                Figure.faster("first publish", first.median(), "UNWIND-MERGE", merge, 2),
                Figure.share("publish after 1 %", changed.median(), "first publish", first.median(), 4));
    }

    /** The first publish of a larger estate, against Neo4j's own interface too. */
    static List<Figure> ofLarger(HeldEstate estate, String size) {
        ObservedEstate observed = ObservedEstate.of(estate);
        Duration merge;
        try (MergedDatabase merged = MergedDatabase.of(observed)) {
            merge = merged.time();
        }
        Duration sourceOrder = JavaApiBaseline.time(observed);
        Duration unsorted = JavaApiBaseline.time(observed.shuffled());
        Times first = new Times();
        while (!first.enough()) {
            try (Throughline throughline = Throughline.storedIn(EmbeddedNeo4j.throwAway())) {
                throughline.ingest(estate.sources());
                publish(throughline, first);
            }
        }
        return List.of(
                Figure.faster("first publish, " + size, first.median(), "UNWIND-MERGE", merge, 2.5),
                Figure.faster("first publish, " + size, first.median(), "Neo4j's Java API, unsorted", unsorted, 1),
                Figure.compared(
                        "first publish, " + size,
                        first.median(),
                        "Neo4j's Java API, order of the sources",
                        sourceOrder));
    }

    private static void publish(Throughline throughline, Times times) {
        Assessment assessment = throughline.assess();
        times.measure(() -> throughline.publish(assessment));
    }

    private static void publishChanges(Throughline throughline, HeldEstate estate, Times times) {
        HeldEstate next = estate;
        while (!times.enough()) {
            next = next.after(1);
            throughline.ingest(next.sources());
            publish(throughline, times);
        }
    }
}
