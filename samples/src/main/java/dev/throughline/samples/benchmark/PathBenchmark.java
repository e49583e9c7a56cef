package dev.throughline.samples.benchmark;

import dev.throughline.attack.search.MeetingPaths;
import dev.throughline.attack.search.PackedGraph;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Paths of fewest steps from 100 entries to each of 100 targets, against graph databases and libraries. */
final class PathBenchmark {
    private static final int PAIRS = 100 * 100;
    private static final int SAMPLE = 500;
    private static final String WORK = "best path from 100 entries to each of 100 targets";
    private static final String FROM_PAIRS =
            "UNWIND $pairs AS pair MATCH (s), (t) WHERE id(s) = pair[0] AND id(t) = pair[1]"
                    + " MATCH p = shortestPath((s)-[:STEP*..20]->(t)) RETURN sum(length(p)) AS answer";
    private static final String FROM_OUTSIDE = "MATCH (o:Outside), (t:Target)"
            + " MATCH p = shortestPath((o)-[:STEP*..20]->(t)) RETURN sum(length(p) - 1) AS answer";

    private final RandomSteps steps;
    private final PackedGraph graph;
    private final long hops;
    private final Duration ours;
    private final Consumer<Figure> figures;

    private PathBenchmark(RandomSteps steps, Consumer<Figure> figures) {
        this.steps = steps;
        this.figures = figures;
        this.graph = steps.packed();
        this.hops = search();
        this.ours = Times.ofWarm(this::search);
    }

    /** Hands out each figure as soon as it is measured. */
    static void run(int nodes, int count, Consumer<Figure> figures) {
        PathBenchmark benchmark = new PathBenchmark(RandomSteps.ofAccounts(nodes, count), figures);
        benchmark.compareWithJGraphT();
        benchmark.compareWithNeo4j();
    }

    private long search() {
        MeetingPaths paths = MeetingPaths.between(graph, steps.entries(), steps.targets(), 20);
        long sum = 0;
        for (int target : steps.targets()) {
            int[] path = paths.path(target);
            sum += path == null ? 0 : path.length;
        }
        return sum;
    }

    private void compareWithJGraphT() {
        JGraphTSearch search = new JGraphTSearch(steps);
        check("JGraphT", search.hops(steps.targets()));
        Duration theirs = Times.ofWarm(() -> search.hops(steps.targets()));
        figures.accept(Figure.faster(WORK, ours, "JGraphT, SparseIntDirectedGraph", theirs, 10));
    }

    private void compareWithNeo4j() {
        try (StepDatabase database = new StepDatabase(steps)) {
            Map<String, Object> sample = Map.of("pairs", pairs(database));
            Duration pairs =
                    Times.ofWarm(() -> database.ask(FROM_PAIRS, sample)).multipliedBy(PAIRS / SAMPLE);
            figures.accept(Figure.faster(WORK, ours, "Cypher shortestPath over the pairs", pairs, 1_000));
            check("Cypher", database.ask(FROM_OUTSIDE, Map.of()));
            Duration outside = Times.ofWarm(() -> database.ask(FROM_OUTSIDE, Map.of()));
            figures.accept(Figure.faster(WORK, ours, "Cypher shortestPath from one stored node", outside, 5));
            if (GdsSearch.isThere()) {
                compareWith(new GdsSearch(database));
            }
        }
    }

    private void compareWith(GdsSearch gds) {
        gds.project();
        Duration search = Times.ofWarm(gds::search);
        gds.drop();
        Duration all = Times.ofWarm(() -> {
            gds.project();
            gds.search();
            gds.drop();
        });
        figures.accept(Figure.faster(WORK, ours, "GDS breadth-first search", search, 2));
        figures.accept(Figure.faster(WORK, ours, "GDS projection and search", all, 5));
    }

    /** Some of the pairs, chosen evenly, by the numbers the database gave their nodes. */
    private List<List<Long>> pairs(StepDatabase database) {
        SplittableRandom random = new SplittableRandom(2);
        List<Long> entries = database.ids(StepDatabase.ENTRY);
        List<Long> targets = database.ids(StepDatabase.TARGET);
        List<List<Long>> pairs = new ArrayList<>();
        for (int i = 0; i < SAMPLE; i++) {
            pairs.add(
                    List.of(entries.get(random.nextInt(entries.size())), targets.get(random.nextInt(targets.size()))));
        }
        return pairs;
    }

    private void check(String who, long sum) {
        if (sum != hops) {
            throw new IllegalStateException(who + " found paths of " + sum + " steps, not " + hops);
        }
    }
}
