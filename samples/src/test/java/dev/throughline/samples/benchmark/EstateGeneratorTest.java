package dev.throughline.samples.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.throughline.Throughline;
import dev.throughline.fact.Connector;
import dev.throughline.model.RiskGraph;
import dev.throughline.samples.benchmark.HeldEstate.HeldPartition;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EstateGeneratorTest {
    @Test
    void makesAnEstateOfTheSizeThatWasAskedFor() {
        RiskGraph graph = HeldEstate.of(40_000, 200_000).graph();

        assertThat(graph.size()).isCloseTo(40_000, withinPercentage(3));
        assertThat(graph.relationCount()).isCloseTo(200_000, withinPercentage(1));
    }

    @Test
    void makesTheSameEachTime() {
        assertThat(HeldEstate.of(2_000, 10_000).partitions())
                .isEqualTo(HeldEstate.of(2_000, 10_000).partitions());
    }

    @Test
    void hasASourceOfEachKindForEveryOrganization() {
        assertThat(EstateGenerator.of(200_000, 1_000_000).sources())
                .hasSize(15)
                .allSatisfy(source -> assertThat(source.list().partitions()).hasSize(250))
                .extracting(Connector::scope)
                .doesNotHaveDuplicates();
    }

    @Test
    void releasesTheServicesOfOnePartitionInAHundred() {
        HeldEstate before = HeldEstate.of(32_000, 160_000);

        assertThat(changed(before, before.after(1))).isEqualTo(3 * 2);
        assertThat(changed(before.after(1), before.after(1).after(1))).isEqualTo(3 * 2);
    }

    @Test
    void hasExposedWorkloadsWithSevereFindings() {
        try (Throughline throughline = Throughline.inMemory()) {
            throughline.ingest(HeldEstate.of(2_000, 10_000).sources());

            assertThat(throughline.assess().explore(ExploreBenchmark.SENTENCE).rows())
                    .isNotEmpty();
        }
    }

    private static long changed(HeldEstate before, HeldEstate after) {
        List<HeldPartition> first = before.partitions();
        List<HeldPartition> second = after.partitions();
        assertThat(second)
                .extracting(HeldPartition::name)
                .isEqualTo(first.stream().map(HeldPartition::name).toList());
        return IntStream.range(0, first.size())
                .filter(i -> !first.get(i).equals(second.get(i)))
                .count();
    }
}
