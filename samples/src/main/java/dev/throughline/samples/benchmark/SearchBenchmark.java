package dev.throughline.samples.benchmark;

import dev.throughline.Assessment;
import dev.throughline.Throughline;
import dev.throughline.attack.AttackGraph;
import dev.throughline.attack.PathFinder;
import dev.throughline.model.AssetKey;
import dev.throughline.risk.Factor;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Searches the most likely attack paths, from all exposed workloads to all sensitive assets. In memory, without a database. */
final class SearchBenchmark {
    private static final int WARM_UP = 5;

    private SearchBenchmark() {}

    static List<Figure> run(HeldEstate estate) {
        try (Throughline throughline = Throughline.inMemory()) {
            throughline.ingest(estate.sources());
            return List.of(figure(throughline.assess()));
        }
    }

    private static Figure figure(Assessment assessment) {
        AttackGraph attacks = assessment.attackGraph();
        ObjectSearch objects = new ObjectSearch(attacks.steps());
        Set<AssetKey> entries = assessment.factors().with(Factor.INTERNET_EXPOSED);
        Set<AssetKey> targets = assessment.factors().with(Factor.SENSITIVE_DATA);
        Times packed = times(() -> {
            PathFinder finder = PathFinder.from(attacks, entries);
            check(targets.stream()
                    .filter(target -> finder.probability(target) > 0)
                    .count());
        });
        Times plain = times(() -> {
            Map<AssetKey, Double> costs = objects.costsFrom(entries);
            check(targets.stream().filter(costs::containsKey).count());
        });
        return Figure.faster(
                "most likely attack paths", packed.median(), "the same search over objects", plain.median(), 1);
    }

    private static Times times(Runnable search) {
        for (int i = 0; i < WARM_UP; i++) {
            search.run();
        }
        Times times = new Times();
        while (!times.enough()) {
            times.measure(search);
        }
        return times;
    }

    /** Uses the result, so that the work cannot be left out. */
    private static void check(long reached) {
        if (reached == 0) {
            throw new IllegalStateException("no target was reached, so nothing was measured");
        }
    }
}
