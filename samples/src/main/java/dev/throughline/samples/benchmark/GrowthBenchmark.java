package dev.throughline.samples.benchmark;

import dev.throughline.Assessment;
import dev.throughline.Throughline;
import dev.throughline.fact.Connector;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Rejection;
import dev.throughline.graph.EmbeddedNeo4j;
import dev.throughline.model.Asset;
import dev.throughline.model.Relation;
import dev.throughline.model.RiskGraph;
import dev.throughline.samples.benchmark.LogLogPlot.Point;
import dev.throughline.store.Snapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long the work takes as the estate grows tenfold from step to step, always with ten relations to an asset. Every size
 * is streamed, so that they are alike and none is held: the time of an ingest has that of the generator in it, which is
 * measured alone too.
 */
final class GrowthBenchmark {
    private static final int SMALLEST = 10_000;
    private static final int RELATIONS_PER_ASSET = 10;
    private static final int LARGEST_PUBLISHED = 1_000_000;
    private static final FactSink NOWHERE = new FactSink() {
        @Override
        public void accept(Asset asset) {}

        @Override
        public void accept(Relation relation) {}

        @Override
        public void reject(Rejection rejection) {}
    };

    private final Map<Stage, List<Point>> curves = new EnumMap<>(Stage.class);

    private enum Stage {
        GENERATOR("generator alone"),
        INGEST("ingest"),
        ASSEMBLY("assembly"),
        ASSEMBLY_AFTER_CHANGES("assembly after 1 %"),
        PUBLISH("first publish");

        private final String title;

        Stage(String title) {
            this.title = title;
        }
    }

    private record Size(long assets, long relations, long facts) {}

    private GrowthBenchmark() {}

    /** Measures all sizes up to one, prints them as a table, and returns a plot of them. */
    static String run(int upTo) {
        GrowthBenchmark growth = new GrowthBenchmark();
        System.out.println(row("relations", "assets", "facts", stage -> stage.title));
        System.out.println(row("--:", "--:", "--:", stage -> "--:"));
        for (long relations = SMALLEST; relations <= upTo; relations *= 10) {
            growth.measure((int) relations);
        }
        System.out.println(row("exponent of the last step", "", "", growth::exponent));
        Map<String, List<Point>> titled = new LinkedHashMap<>();
        growth.curves.forEach((stage, curve) -> titled.put(stage.title, curve));
        return LogLogPlot.draw("Seconds by number of relations", titled);
    }

    private void measure(int relations) {
        EstateGenerator estate = EstateGenerator.of(relations / RELATIONS_PER_ASSET, relations);
        Map<Stage, Times> times = new EnumMap<>(Stage.class);
        Size size;
        do {
            size = once(estate, relations <= LARGEST_PUBLISHED, times);
        } while (times.values().stream().noneMatch(Times::enough));
        long count = size.relations();
        times.forEach((stage, all) -> curves.computeIfAbsent(stage, s -> new ArrayList<>())
                .add(new Point(count, Times.seconds(all.median()))));
        System.out.println(row(
                format("%,d", count),
                format("%,d", size.assets()),
                format("%,d", size.facts()),
                stage -> cell(times.get(stage), count)));
    }

    private static Size once(EstateGenerator estate, boolean publish, Map<Stage, Times> times) {
        times(times, Stage.GENERATOR).measure(() -> generate(estate));
        try (EmbeddedNeo4j store = EmbeddedNeo4j.throwAway();
                Throughline throughline = Throughline.storedIn(store)) {
            times(times, Stage.INGEST).measure(() -> ingest(throughline, estate));
            if (publish) {
                Assessment assessment = throughline.assess();
                times(times, Stage.PUBLISH).measure(() -> throughline.publish(assessment));
            }
            RecordedGraph recorded = new RecordedGraph(store);
            times(times, Stage.ASSEMBLY).measure(recorded::current);
            ingest(throughline, estate.after(1));
            times(times, Stage.ASSEMBLY_AFTER_CHANGES).measure(recorded::current);
            RiskGraph graph = recorded.current();
            long facts = store.heads().stream().mapToLong(Snapshot::facts).sum();
            return new Size(graph.size(), graph.relationCount(), facts);
        }
    }

    private static Times times(Map<Stage, Times> times, Stage stage) {
        return times.computeIfAbsent(stage, s -> new Times());
    }

    private static void generate(EstateGenerator estate) {
        estate.sources().forEach(source -> source.list().partitions().forEach(partition -> partition.read(NOWHERE)));
    }

    private static void ingest(Throughline throughline, EstateGenerator estate) {
        throughline.ingest(estate.sources().toArray(Connector[]::new));
    }

    private static String cell(@Nullable Times times, long relations) {
        if (times == null) {
            return "–";
        }
        double seconds = Times.seconds(times.median());
        return format("%.3f s (%.1f µs)", seconds, seconds * 1e6 / relations);
    }

    /** By which power of the size the time grows; 1 is linear. */
    private String exponent(Stage stage) {
        List<Point> curve = curves.getOrDefault(stage, List.of());
        if (curve.size() < 2) {
            return "–";
        }
        Point last = curve.get(curve.size() - 1);
        Point before = curve.get(curve.size() - 2);
        return format("%.2f", Math.log(last.y() / before.y()) / Math.log(last.x() / before.x()));
    }

    private static String row(String relations, String assets, String facts, Function<Stage, String> cell) {
        return Stream.concat(
                        Stream.of(relations, assets, facts),
                        Arrays.stream(Stage.values()).map(cell))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
