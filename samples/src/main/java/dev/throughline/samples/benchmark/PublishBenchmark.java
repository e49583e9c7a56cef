package dev.throughline.samples.benchmark;

import dev.throughline.Assessment;
import dev.throughline.Throughline;
import dev.throughline.graph.EmbeddedNeo4j;
import java.util.List;
import java.util.Map;

/** Publishes an assessment, derived data and all: for the first time, and after changes. */
final class PublishBenchmark {
    private PublishBenchmark() {}

    static List<Figure> run(HeldEstate estate) {
        Times merge = Times.ofWrites();
        Times first = Times.ofWrites();
        Times changed = Times.ofChanges();
        publishBeside(Map.of(new MergeBaseline(ObservedEstate.of(estate)), merge), estate, first, changed);
        return List.of(
                Figure.faster("first publish", first.median(), "UNWIND-MERGE", merge.median(), 2),
                Figure.share("publish after 1 %", changed.median(), "first publish", first.median(), 4));
    }

    /** The first publish of a larger estate, against Neo4j's own interface too. */
    static List<Figure> ofLarger(HeldEstate estate, String size) {
        ObservedEstate observed = ObservedEstate.of(estate);
        Times unsorted = Times.ofLargeWrites();
        Times inOrder = Times.ofLargeWrites();
        Times first = Times.ofLargeWrites();
        publishBeside(
                Map.of(new MergeBaseline(observed.shuffled()), unsorted, new MergeBaseline(observed), inOrder),
                estate,
                first,
                Times.none());
        String work = "first publish, " + size;
        return List.of(
                Figure.faster(work, first.median(), "UNWIND-MERGE, unsorted", unsorted.median(), 2.5),
                Figure.compared(work, first.median(), "UNWIND-MERGE, order of the sources", inOrder.median()),
                Figure.faster(
                        work,
                        first.median(),
                        "Neo4j's Java API, unsorted",
                        JavaApiBaseline.time(observed.shuffled()),
                        1),
                Figure.compared(
                        work,
                        first.median(),
                        "Neo4j's Java API, order of the sources",
                        JavaApiBaseline.time(observed)));
    }

    /** In turn, for a machine that is slower for a while is slower for all. */
    private static void publishBeside(
            Map<MergeBaseline, Times> baselines, HeldEstate estate, Times first, Times changed) {
        while (!first.enough()) {
            baselines.forEach(
                    (baseline, times) -> MergedDatabase.of(baseline, times).close());
            try (Throughline throughline = Throughline.storedIn(EmbeddedNeo4j.throwAway())) {
                throughline.ingest(estate.sources());
                publish(throughline, first);
                if (first.enough()) {
                    publishChanges(throughline, estate, changed);
                }
            }
        }
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
