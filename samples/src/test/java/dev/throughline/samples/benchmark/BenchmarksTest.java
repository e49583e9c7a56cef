package dev.throughline.samples.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** They run to their end on an estate too small to measure anything; the warm-up runs nearly all of them. */
class BenchmarksTest {
    @Test
    void fillTheTable() {
        int exitCode = new CommandLine(new Benchmarks())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute("--assets", "300", "--relations", "1500", "--only", "storage");

        assertThat(exitCode).isZero();
    }

    @Test
    void plotTheGrowth() {
        assertThat(GrowthBenchmark.run(10_000))
                .startsWith("<svg")
                .contains("10,000", "ingest", "first publish")
                .endsWith("</svg>\n");
    }
}
