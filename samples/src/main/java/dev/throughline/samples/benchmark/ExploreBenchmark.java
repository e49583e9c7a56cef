package dev.throughline.samples.benchmark;

import static dev.throughline.explore.Condition.finding;
import static dev.throughline.explore.Condition.has;
import static dev.throughline.explore.Condition.via;
import static dev.throughline.explore.Sentence.find;

import dev.throughline.Assessment;
import dev.throughline.Throughline;
import dev.throughline.explore.Answer;
import dev.throughline.explore.Page;
import dev.throughline.explore.Sentence;
import dev.throughline.graph.EmbeddedNeo4j;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import dev.throughline.model.Severity;
import dev.throughline.risk.Factor;
import java.util.List;
import java.util.function.Supplier;

/** Answers a sentence of three parts, in memory and from the published graph. */
final class ExploreBenchmark {
    private static final int WARM_UP = 5;
    private static final Page ALL = Page.first(1_000_000);

    static final Sentence SENTENCE = find(AssetKind.WORKLOAD)
            .that(has(Factor.INTERNET_EXPOSED))
            .that(via(RelationType.CONTAINS)
                    .to(find(AssetKind.CONTAINER)
                            .as("container")
                            .that(via(RelationType.CREATED_FROM)
                                    .to(find(AssetKind.CONTAINER_IMAGE)
                                            .as("image")
                                            .that(has(finding().atLeast(Severity.HIGH)))))));

    private ExploreBenchmark() {}

    static List<Figure> run(HeldEstate estate) {
        EmbeddedNeo4j store = EmbeddedNeo4j.throwAway();
        try (Throughline throughline = Throughline.storedIn(store)) {
            throughline.ingest(estate.sources());
            Assessment assessment = throughline.assess();
            throughline.publish(assessment);
            Answer expected = assessment.explore(SENTENCE, ALL);
            Times memory = times(expected, () -> assessment.explore(SENTENCE, ALL));
            Times cypher = times(expected, () -> store.explore(SENTENCE, ALL));
            return List.of(Figure.faster(
                    "sentence of three parts", memory.median(), "the same as Cypher", cypher.median(), 1));
        }
    }

    private static Times times(Answer expected, Supplier<Answer> explorer) {
        for (int i = 0; i < WARM_UP; i++) {
            check(expected, explorer.get());
        }
        Times times = new Times();
        while (!times.enough()) {
            times.measure(() -> check(expected, explorer.get()));
        }
        return times;
    }

    private static void check(Answer expected, Answer answer) {
        if (answer.rows().isEmpty() || !answer.equals(expected)) {
            throw new IllegalStateException("nothing was found, or not the same, so nothing was measured");
        }
    }
}
