package dev.throughline.samples.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Runs the benchmarks of searches for attack paths on generated steps, as {@link Benchmarks} does those of an estate. {@code
 * docs/performance.md} tells how to run it and keeps the figures.
 */
@Command(
        name = "attack-benchmarks",
        mixinStandardHelpOptions = true,
        description = "Measures searches for attack paths, as ratios to baselines in the same run.")
public final class AttackBenchmarks implements Callable<Integer> {
    @Option(
            names = "--only",
            split = ",",
            paramLabel = "PART",
            description = "Parts to run, of: ${COMPLETION-CANDIDATES} (default: all)")
    private Set<Part> parts = EnumSet.allOf(Part.class);

    @Option(
            names = "--up-to",
            paramLabel = "STEPS",
            defaultValue = "10000000",
            description = "Largest graph whose growth is measured (default: ${DEFAULT-VALUE})")
    private int upTo;

    @Option(names = "--plot", paramLabel = "FILE", description = "Where growth is drawn (default: ${DEFAULT-VALUE})")
    private Path plot = Path.of("docs/attack-growth.svg");

    /** Parts of the table. */
    private enum Part {
        DATABASES,
        ARRAYS,
        WHAT_IF,
        GROWTH
    }

    /**
     * Runs the benchmarks.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new AttackBenchmarks())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        System.out.printf(
                Locale.ROOT,
                "Java %s, %d processors, heap of %,d MiB, %tF%n",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20,
                LocalDate.now(ZoneOffset.UTC));
        if (!parts.equals(EnumSet.of(Part.GROWTH))) {
            System.out.println(Figure.HEADING);
        }
        if (parts.contains(Part.DATABASES)) {
            PathBenchmark.run(200_000, 1_000_000, AttackBenchmarks::print);
        }
        if (parts.contains(Part.ARRAYS)) {
            LargeSearchBenchmark.run(1_000_000, 10_000_000).forEach(AttackBenchmarks::print);
        }
        if (parts.contains(Part.WHAT_IF)) {
            WhatIfBenchmark.run(1_000_000, 10_000_000).forEach(AttackBenchmarks::print);
        }
        if (parts.contains(Part.GROWTH)) {
            System.out.println();
            Files.writeString(plot, SearchGrowth.run(upTo));
        }
        return 0;
    }

    private static void print(Figure figure) {
        System.out.println(figure.row());
    }
}
