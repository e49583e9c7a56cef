package dev.throughline.samples.benchmark;

import dev.throughline.model.Asset;
import dev.throughline.model.RiskGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Runs the benchmarks on a generated estate and prints each figure with its ratio to a baseline measured in the same run,
 * as a table in Markdown, row by row. {@code docs/performance.md} tells how to run it and keeps the figures.
 */
@Command(
        name = "benchmarks",
        mixinStandardHelpOptions = true,
        description = "Measures the engine on a generated estate, as ratios to baselines in the same run.")
public final class Benchmarks implements Callable<Integer> {
    private static final Logger DRIVER = Logger.getLogger("org.neo4j.driver"); // held here: loggers are weak
    private static final Set<Part> BESIDE_MERGED = EnumSet.of(Part.INGEST, Part.ASSEMBLY);

    /** These bring their own input, and warm up with it. */
    private static final Set<Part> APART = EnumSet.of(Part.MAPPING, Part.CLUSTER, Part.CLOUD);

    private static final int WARM_UP = 50_000;

    @Option(
            names = "--assets",
            defaultValue = "200000",
            description = "Assets of the estate (default: ${DEFAULT-VALUE})")
    private int assets;

    @Option(
            names = "--relations",
            defaultValue = "1000000",
            description = "Relations of the estate (default: ${DEFAULT-VALUE})")
    private int relations;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "PART",
            description = "Parts to run, of: ${COMPLETION-CANDIDATES} (default: all)")
    private Set<Part> parts = EnumSet.allOf(Part.class);

    @Option(names = "--growth", description = "Measure how times grow with the estate instead")
    private boolean growth;

    @Option(
            names = "--up-to",
            paramLabel = "RELATIONS",
            defaultValue = "10000000",
            description = "Largest estate of --growth (default: ${DEFAULT-VALUE})")
    private int upTo;

    @Option(
            names = "--plot",
            paramLabel = "FILE",
            description = "Where --growth draws its figures (default: ${DEFAULT-VALUE})")
    private Path plot = Path.of("docs/growth.svg");

    /** Parts of the table. */
    private enum Part {
        INGEST,
        PUBLISH,
        LARGE_PUBLISH,
        ASSEMBLY,
        STORAGE,
        PATHS,
        EXPLORE,
        MAPPING,
        CLUSTER,
        CLOUD
    }

    /**
     * Runs the benchmarks.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        DRIVER.setLevel(Level.WARNING);
        System.exit(new CommandLine(new Benchmarks())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        printf(
                "Java %s, %d processors, heap of %,d MiB, %tF%n",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20,
                LocalDate.now(ZoneOffset.UTC));
        boolean isApart = !growth && APART.containsAll(parts);
        if (!isApart) {
            warmUp(Math.min(assets, WARM_UP));
        }
        if (growth) {
            Files.writeString(plot, GrowthBenchmark.run(upTo));
        } else if (isApart) {
            System.out.println(Figure.HEADING);
            measureApart();
        } else {
            HeldEstate estate = HeldEstate.of(assets, relations);
            describe(estate);
            System.out.println(Figure.HEADING);
            measure(estate);
            measureApart();
        }
        return 0;
    }

    private void measure(HeldEstate estate) {
        if (!Collections.disjoint(parts, BESIDE_MERGED)) {
            measureBesideMerged(estate);
        }
        if (parts.contains(Part.PUBLISH)) {
            print(PublishBenchmark.run(estate));
        }
        if (parts.contains(Part.STORAGE)) {
            print(StorageBenchmark.run(estate));
        }
        if (parts.contains(Part.PATHS)) {
            print(SearchBenchmark.run(estate));
        }
        if (parts.contains(Part.EXPLORE)) {
            print(ExploreBenchmark.run(estate));
        }
        if (parts.contains(Part.LARGE_PUBLISH)) {
            String size = format("%,d / %,d", 2 * assets, 2 * relations);
            print(PublishBenchmark.ofLarger(HeldEstate.of(2 * assets, 2 * relations), size));
        }
    }

    private void measureApart() {
        if (parts.contains(Part.MAPPING)) {
            print(MappingBenchmark.run());
        }
        if (parts.contains(Part.CLUSTER)) {
            print(ClusterBenchmark.run());
        }
        if (parts.contains(Part.CLOUD)) {
            print(CloudBenchmark.run());
        }
    }

    private void measureBesideMerged(HeldEstate estate) {
        try (MergedDatabase merged = MergedDatabase.of(ObservedEstate.of(estate))) {
            if (parts.contains(Part.INGEST)) {
                print(IngestBenchmark.run(estate, merged.time()));
            }
            if (parts.contains(Part.ASSEMBLY)) {
                print(AssemblyBenchmark.run(estate, merged));
            }
        }
    }

    /** Both sides once, on a small estate: the first run of anything is mostly that of the compiler. */
    private static void warmUp(int assets) {
        HeldEstate small = HeldEstate.of(assets, 5 * assets);
        ObservedEstate observed = ObservedEstate.of(small);
        JavaApiBaseline.write(observed, new Times());
        try (MergedDatabase merged = MergedDatabase.of(observed)) {
            IngestBenchmark.run(small, merged.time());
            PublishBenchmark.run(small);
            AssemblyBenchmark.run(small, merged);
        }
    }

    private static void describe(HeldEstate estate) {
        RiskGraph before = estate.graph();
        RiskGraph after = estate.after(1).graph();
        printf(
                "Estate: %,d assets, %,d relations, told as %,d facts; after 1 %%: %,d assets are new or changed, %,d"
                        + " gone.%n%n",
                before.size(),
                before.relationCount(),
                estate.facts(),
                count(after, asset -> !before.find(asset.key()).equals(Optional.of(asset))),
                count(before, asset -> after.number(asset.key()) < 0));
    }

    private static long count(RiskGraph graph, Predicate<Asset> condition) {
        return graph.assets().stream().filter(condition).count();
    }

    private static void print(List<Figure> figures) {
        figures.forEach(figure -> System.out.println(figure.row()));
    }

    private static void printf(String pattern, Object... values) {
        System.out.print(format(pattern, values));
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
