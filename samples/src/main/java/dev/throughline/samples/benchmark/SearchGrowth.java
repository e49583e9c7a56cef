package dev.throughline.samples.benchmark;

import dev.throughline.attack.search.BestPaths;
import dev.throughline.attack.search.Effort;
import dev.throughline.attack.search.FewestSteps;
import dev.throughline.attack.search.PackedGraph;
import dev.throughline.attack.search.Reachable;
import dev.throughline.samples.benchmark.LogLogPlot.Point;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** How the time of searches and the memory of the packed graph grow with the number of steps, ten to a node. */
final class SearchGrowth {
    private static final int SMALLEST = 10_000;
    private static final int STEPS_PER_NODE = 10;

    private final Map<String, List<Point>> curves = new LinkedHashMap<>();

    private SearchGrowth() {}

    /** Measures all sizes up to one, prints them as a table, and returns a plot of them. */
    static String run(int upTo) {
        SearchGrowth growth = new SearchGrowth();
        System.out.println("| steps | bytes a step | packing | most likely paths | fewest steps | reach alone |");
        System.out.println("| --: | --: | --: | --: | --: | --: |");
        for (long steps = SMALLEST; steps <= upTo; steps *= 10) {
            growth.measure((int) steps);
        }
        return LogLogPlot.draw("Seconds by number of attack steps", growth.curves);
    }

    private void measure(int count) {
        RandomSteps steps = RandomSteps.ofAccounts(count / STEPS_PER_NODE, count);
        int[] entries = steps.entries();
        List<String> cells = new ArrayList<>();
        cells.add(format("%,d", count));
        PackedGraph graph = steps.packed();
        cells.add(format("%.1f", (double) graph.bytes() / count));
        cells.add(cell("packing", count, steps::packed));
        cells.add(cell("most likely paths", count, () -> BestPaths.from(graph, entries, Effort.unlimited())));
        cells.add(cell("fewest steps", count, () -> FewestSteps.from(graph, entries, Integer.MAX_VALUE)));
        cells.add(cell("reach alone", count, () -> Reachable.from(graph, entries, Integer.MAX_VALUE)));
        System.out.println("| " + String.join(" | ", cells) + " |");
    }

    private String cell(String name, int count, Supplier<?> work) {
        double seconds = Times.seconds(Times.ofWarm(() -> Objects.requireNonNull(work.get())));
        curves.computeIfAbsent(name, n -> new ArrayList<>()).add(new Point(count, seconds));
        return format("%.4f s (%.1f ns)", seconds, seconds * 1e9 / count);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
