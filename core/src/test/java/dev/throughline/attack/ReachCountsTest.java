package dev.throughline.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.attack.search.PackedGraph;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReachCountsTest {
    private static final BitSet NONE = new BitSet();

    @Test
    void areWhatASearchFromEachNodeFinds() {
        for (int seed = 0; seed < 1_000; seed++) {
            SmallGraph graph = SmallGraph.of(seed);
            ReachCounts reach = new ReachCounts(graph.packed());
            int[] nodes = IntStream.range(0, graph.size()).toArray();
            int[] counts = reach.counts(nodes);
            for (int node : nodes) {
                BitSet found = graph.reached(node, NONE, NONE);

                assertThat(reach.from(node)).as("seed %d from %d", seed, node).isEqualTo(found);
                assertThat(counts[node]).as("seed %d from %d", seed, node).isEqualTo(found.cardinality() - 1);
            }
        }
    }

    @Test
    void areTheSameForManyNodesAsForEach() {
        int size = 1_000;
        PackedGraph line = line(size);

        assertThat(new ReachCounts(line).counts(IntStream.range(0, size).toArray()))
                .isEqualTo(IntStream.range(0, size).map(node -> size - 1 - node).toArray());
    }

    @Test
    void goALongWayWithoutRecursion() {
        assertThat(new ReachCounts(line(500_000)).from(0).cardinality()).isEqualTo(500_000);
    }

    private static PackedGraph line(int size) {
        float[] sure = new float[size - 1];
        Arrays.fill(sure, 1);
        return PackedGraph.of(
                size,
                IntStream.range(0, size - 1).toArray(),
                IntStream.range(1, size).toArray(),
                sure);
    }

    @Test
    void numberComponentsSoThatStepsLeadDown() {
        for (int seed = 0; seed < 1_000; seed++) {
            SmallGraph graph = SmallGraph.of(seed);
            Condensation components = Condensation.of(graph.packed());
            for (SmallGraph.Arc arc : graph.arcs()) {
                boolean back = graph.reached(arc.to(), NONE, NONE).get(arc.from());
                int from = components.component(arc.from());
                int to = components.component(arc.to());

                assertThat(to == from).as("seed %d %s", seed, arc).isEqualTo(back);
                assertThat(to).as("seed %d %s", seed, arc).isLessThanOrEqualTo(from);
            }
        }
    }
}
