package dev.throughline.samples.benchmark;

import dev.throughline.attack.search.BestPaths;
import dev.throughline.attack.search.Effort;
import dev.throughline.attack.search.FewestSteps;
import dev.throughline.attack.search.PackedGraph;
import dev.throughline.attack.search.Reachable;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Searches among as many steps as a large company has, anywhere to anywhere, against the same on bare arrays. */
final class LargeSearchBenchmark {
    private LargeSearchBenchmark() {}

    static List<Figure> run(int nodes, int count) {
        RandomSteps steps = RandomSteps.anywhere(nodes, count);
        PackedGraph graph = steps.packed();
        BareSearch bare = new BareSearch(steps);
        int[] entries = steps.entries();
        int[] targets = steps.targets();
        Duration weighted = Times.ofWarm(() -> {
            BestPaths paths = BestPaths.from(graph, entries, Effort.unlimited());
            for (int target : targets) {
                check(paths.path(target).length);
            }
        });
        Duration bareWeighted = Times.ofWarm(() -> follow(bare.parentsByWeight(entries), targets));
        Duration hops = Times.ofWarm(() -> {
            FewestSteps paths = FewestSteps.from(graph, entries, Integer.MAX_VALUE);
            for (int target : targets) {
                check(paths.path(target).length);
            }
        });
        Duration bareHops = Times.ofWarm(() -> follow(bare.parentsByHops(entries), targets));
        Duration reach = Times.ofWarm(
                () -> check(Reachable.from(graph, entries, Integer.MAX_VALUE).count()));
        String size = String.format(Locale.ROOT, ", %,d steps", count);
        return List.of(
                Figure.slower("most likely paths" + size, weighted, "bare Dijkstra", bareWeighted, 2),
                Figure.slower("paths of fewest steps" + size, hops, "bare breadth-first search", bareHops, 2),
                Figure.faster("reach alone" + size, reach, "bare breadth-first search", bareHops, 3),
                Figure.number("bytes of the packed graph per step" + size, (double) graph.bytes() / count, 24));
    }

    private static void follow(int[] parents, int[] targets) {
        for (int target : targets) {
            int hops = 0;
            for (int at = target; parents[at] >= 0 && parents[at] != at; at = parents[at]) {
                hops++;
            }
            check(hops);
        }
    }

    /** Uses a result, so that the work cannot be left out. */
    private static void check(int result) {
        if (result < 0) {
            throw new IllegalStateException("less than nothing was found");
        }
    }
}
