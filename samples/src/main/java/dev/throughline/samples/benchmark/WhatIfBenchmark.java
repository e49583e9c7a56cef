package dev.throughline.samples.benchmark;

import dev.throughline.attack.search.BestPaths;
import dev.throughline.attack.search.Effort;
import dev.throughline.attack.search.PackedGraph;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/** Fixes as an overlay over many steps, against one whole search: what is left of the best paths. */
final class WhatIfBenchmark {
    private WhatIfBenchmark() {}

    static List<Figure> run(int nodes, int count) {
        RandomSteps steps = RandomSteps.anywhere(nodes, count);
        PackedGraph graph = steps.packed();
        int[] entries = steps.entries();
        int[] targets = steps.targets();
        BestPaths before = BestPaths.from(graph, entries, Effort.unlimited());
        BitSet node = stepsAt(graph, graph.end(before.path(targets[0])[0]));
        BitSet half = halfOfFirstSteps(graph, entries);
        Duration pass = Times.ofWarm(() -> follow(BestPaths.from(graph, entries, Effort.unlimited()), targets));
        String work = String.format(Locale.ROOT, "what-if, %,d steps: ", count);
        return List.of(
                figure(work + "an asset is isolated", Times.ofWarm(() -> follow(before.without(node), targets)), pass),
                figure(
                        work + "half of the entries' steps go",
                        Times.ofWarm(() -> follow(before.without(half), targets)),
                        pass),
                figure(
                        work + "an asset is isolated, and asked for the first time",
                        Times.ofWarm(() -> follow(
                                BestPaths.from(graph, entries, Effort.unlimited())
                                        .without(node),
                                targets)),
                        pass));
    }

    private static Figure figure(String work, Duration ours, Duration pass) {
        return Figure.slower(work, ours, "one pass for all paths", pass, 1.2);
    }

    private static BitSet stepsAt(PackedGraph graph, int node) {
        BitSet steps = new BitSet();
        steps.set(graph.firstStep(node), graph.firstStep(node + 1));
        for (int place = graph.firstInto(node); place < graph.firstInto(node + 1); place++) {
            steps.set(graph.into(place));
        }
        return steps;
    }

    private static BitSet halfOfFirstSteps(PackedGraph graph, int[] entries) {
        BitSet steps = new BitSet();
        for (int entry : entries) {
            int first = graph.firstStep(entry);
            steps.set(first, first + (graph.firstStep(entry + 1) - first) / 2);
        }
        return steps;
    }

    /** Uses the result, so that the work cannot be left out. */
    private static void follow(BestPaths paths, int[] targets) {
        int hops = 0;
        for (int target : targets) {
            hops += paths.path(target).length;
        }
        if (hops == 0) {
            throw new IllegalStateException("no target was reached, so nothing was measured");
        }
    }
}
