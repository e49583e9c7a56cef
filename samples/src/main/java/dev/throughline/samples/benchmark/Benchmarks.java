package dev.throughline.samples.benchmark;

import static dev.throughline.samples.benchmark.Measured.median;
import static dev.throughline.samples.benchmark.Measured.time;

import dev.throughline.Assessment;
import dev.throughline.Throughline;
import dev.throughline.attack.AttackGraph;
import dev.throughline.attack.PathFinder;
import dev.throughline.fact.Connector;
import dev.throughline.graph.EmbeddedNeo4j;
import dev.throughline.model.AssetKey;
import dev.throughline.model.RiskGraph;
import dev.throughline.risk.Factor;
import dev.throughline.store.Assembly;
import dev.throughline.store.InMemoryRiskStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Runs the benchmarks on a generated estate and prints each figure with its ratio to a baseline measured in the same run.
 * {@code docs/performance.md} tells how to run it and keeps the figures.
 */
@Command(
        name = "benchmarks",
        mixinStandardHelpOptions = true,
        description = "Measures the engine on a generated estate, as ratios to a baseline in the same run.")
public final class Benchmarks implements Callable<Integer> {
    private static final Logger DRIVER = Logger.getLogger("org.neo4j.driver"); // held here: loggers are weak

    @Option(
            names = "--assets",
            defaultValue = "20000",
            description = "assets of the estate (default: ${DEFAULT-VALUE})")
    private int assets;

    @Option(
            names = "--relations",
            defaultValue = "100000",
            description = "relations of the estate (default: ${DEFAULT-VALUE})")
    private int relations;

    @Option(names = "--memory-only", description = "leave out what needs a database")
    private boolean memoryOnly;

    /**
     * Runs the benchmarks.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        DRIVER.setLevel(Level.WARNING);
        System.exit(new CommandLine(new Benchmarks()).execute(arguments));
    }

    @Override
    public Integer call() {
        EstateGenerator estate = EstateGenerator.of(assets, relations);
        List<Measured> figures = new ArrayList<>();
        Assessment assessment = inMemory(estate, figures);
        search(assessment, figures);
        if (!memoryOnly) {
            inNeo4j(estate, assessment.graph(), figures);
        }
        System.out.println("| work | ours | against | theirs | theirs / ours |\n| --- | --- | --- | --- | --- |");
        figures.forEach(figure -> System.out.println(figure.row()));
        return 0;
    }

    private static Assessment inMemory(EstateGenerator estate, List<Measured> figures) {
        try (InMemoryRiskStore store = new InMemoryRiskStore();
                Throughline throughline = Throughline.storedIn(store)) {
            Duration first = time(() -> ingest(throughline, estate));
            Duration again = median(3, () -> ingest(throughline, estate));
            figures.add(new Measured("re-ingest, nothing changed (memory)", again, "first ingest", first));
            Duration changed = time(() -> ingest(throughline, estate.after(1)));
            figures.add(new Measured("re-ingest, 1 % changed (memory)", changed, "first ingest", first));
            ingest(throughline, estate);
            Duration assembled = median(
                    3, () -> assertHolds(new Assembly(store).graph(store.heads()).size()));
            Assessment warm = throughline.assess();
            Duration assessed =
                    median(3, () -> assertHolds(throughline.assess().graph().size()));
            figures.add(new Measured("assess", assessed, "its assembly of the graph alone", assembled));
            System.out.printf(
                    Locale.ROOT,
                    "estate: %,d assets, %,d relations, %,d attack steps, %,d paths, %,d findings%n",
                    warm.graph().size(),
                    warm.graph().relationCount(),
                    warm.attackGraph().steps().size(),
                    warm.attackPaths().list().size(),
                    warm.allFindings().list().size());
            Assessment last = throughline.assess();
            last.durations()
                    .forEach((stage, duration) ->
                            System.out.printf(Locale.ROOT, "  %-14s %,8d ms%n", stage, duration.toMillis()));
            System.out.println();
            return last;
        }
    }

    private static void ingest(Throughline throughline, EstateGenerator estate) {
        throughline.ingest(estate.sources().toArray(Connector[]::new));
    }

    /** Uses the result, so that the work cannot be left out. */
    private static void assertHolds(long count) {
        if (count == 0) {
            throw new IllegalStateException("nothing was found, so nothing was measured");
        }
    }

    private static void search(Assessment assessment, List<Measured> figures) {
        AttackGraph attacks = assessment.attackGraph();
        ObjectSearch objects = new ObjectSearch(attacks.steps());
        Set<AssetKey> entries = assessment.factors().with(Factor.INTERNET_EXPOSED);
        Set<AssetKey> targets = assessment.factors().with(Factor.SENSITIVE_DATA);
        Duration packed = median(5, () -> {
            PathFinder finder = PathFinder.from(attacks, entries);
            assertHolds(targets.stream()
                    .filter(target -> finder.probability(target) > 0)
                    .count());
        });
        Duration plain = median(5, () -> {
            Map<AssetKey, Double> costs = objects.costsFrom(entries);
            assertHolds(targets.stream().filter(costs::containsKey).count());
        });
        figures.add(new Measured(
                "most likely paths, all exposed workloads to all sensitive assets",
                packed,
                "search over objects",
                plain));
    }

    private static void inNeo4j(EstateGenerator estate, RiskGraph graph, List<Measured> figures) {
        try (EmbeddedNeo4j warmUp = EmbeddedNeo4j.throwAway()) {
            writeBaseline(warmUp, sample());
        }
        Duration baseline;
        try (EmbeddedNeo4j store = EmbeddedNeo4j.throwAway()) {
            baseline = writeBaseline(store, graph);
        }
        try (EmbeddedNeo4j store = EmbeddedNeo4j.throwAway();
                Throughline throughline = Throughline.storedIn(store)) {
            Duration first = time(() -> ingest(throughline, estate));
            Duration assembled =
                    time(() -> assertHolds(new Assembly(store).graph(store.heads()).size()));
            figures.add(new Measured(
                    "ingest committed and assembled (Neo4j)",
                    first.plus(assembled),
                    "UNWIND-MERGE of the estate",
                    baseline));
            Duration again = time(() -> ingest(throughline, estate));
            figures.add(new Measured("re-ingest, nothing changed (Neo4j)", again, "first ingest", first));
            Assessment assessment = throughline.assess();
            Duration published = time(() -> throughline.publish(assessment));
            figures.add(new Measured(
                    "first publish, derived data and all (Neo4j)",
                    published,
                    "UNWIND-MERGE of the observed estate",
                    baseline));
            Duration republished = time(() -> throughline.publish(throughline.assess()));
            figures.add(
                    new Measured("assess and publish again, nothing changed", republished, "first publish", published));
        }
    }

    private static Duration writeBaseline(EmbeddedNeo4j server, RiskGraph graph) {
        try (Driver driver =
                GraphDatabase.driver(server.boltUri(), AuthTokens.basic(server.user(), server.password()))) {
            MergeBaseline merge = new MergeBaseline(driver);
            return time(() -> merge.write(graph));
        }
    }

    /** A small estate, for the database to warm up on. */
    private static RiskGraph sample() {
        try (InMemoryRiskStore store = new InMemoryRiskStore();
                Throughline throughline = Throughline.storedIn(store)) {
            ingest(throughline, EstateGenerator.of(5_000, 25_000));
            return new Assembly(store).graph(store.heads());
        }
    }
}
