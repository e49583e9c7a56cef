package dev.throughline.samples.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.samples.benchmark.LogLogPlot.Point;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogLogPlotTest {
    @Test
    void drawsWhatGrowsInProportionAlongADiagonal() {
        String svg = LogLogPlot.draw(
                "Growth",
                Map.of("ingest", List.of(new Point(10_000, 0.02), new Point(100_000, 0.2), new Point(1e6, 2))));

        assertThat(svg)
                .startsWith("<svg")
                .contains("10,000", "1,000,000", "0.01 s", "10 s", "ingest")
                .contains("points=\"80.0,346.9 190.0,236.9 300.0,126.9\"")
                .endsWith("</svg>\n");
    }
}
