package dev.throughline.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.attack.search.PackedGraph;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DominatorsTest {
    private static final BitSet NONE = new BitSet();

    static IntStream seeds() {
        return IntStream.range(0, 1_000);
    }

    @Test
    void countTheTargetsThatAreLostWithoutAVertexAsIfItWereTriedOut() {
        seeds().forEach(seed -> {
            SmallGraph graph = SmallGraph.of(seed);
            FlowGraph flow = graph.flow();
            for (int root : flow.entries()) {
                int entry = flow.asset(root);
                int[] counts = new int[flow.size()];
                Dominators dominators = new Dominators(flow, root);
                dominators.countTargets(counts);

                BitSet all = graph.targets(entry, NONE, NONE);
                assertThat(dominators.targets()).as("seed %d", seed).isEqualTo(all.cardinality());
                for (int vertex = 0; vertex < flow.source(); vertex++) {
                    if (vertex != root) {
                        int node = flow.asset(vertex);
                        BitSet lost = (BitSet) all.clone();
                        lost.andNot(graph.targets(entry, SmallGraph.only(node), NONE));
                        lost.clear(node);
                        assertThat(counts[vertex])
                                .as("seed %d, from %d without %d", seed, entry, node)
                                .isEqualTo(lost.cardinality());
                    }
                }
            }
        });
    }

    @Test
    void countFromTheSourceTheTargetsThatAreLostToEveryEntry() {
        seeds().forEach(seed -> {
            SmallGraph graph = SmallGraph.of(seed);
            FlowGraph flow = graph.flow();
            int[] counts = new int[flow.size()];
            new Dominators(flow, flow.source()).countTargets(counts);
            for (int vertex = 0; vertex < flow.source(); vertex++) {
                int node = flow.asset(vertex);
                BitSet lost = reached(graph, NONE);
                lost.andNot(reached(graph, SmallGraph.only(node)));
                lost.clear(node);
                assertThat(counts[vertex]).as("seed %d without %d", seed, node).isEqualTo(lost.cardinality());
            }
        });
    }

    private static BitSet reached(SmallGraph graph, BitSet without) {
        BitSet reached = new BitSet();
        graph.entries().stream().forEach(entry -> reached.or(graph.reached(entry, without, NONE)));
        reached.and(graph.targets());
        return reached;
    }

    @Test
    void goALongWayWithoutRecursion() {
        int size = 200_000;
        float[] sure = new float[size - 1];
        Arrays.fill(sure, 1);
        PackedGraph line = PackedGraph.of(
                size,
                IntStream.range(0, size - 1).toArray(),
                IntStream.range(1, size).toArray(),
                sure);
        FlowGraph flow = new FlowGraph(line, SmallGraph.only(0), SmallGraph.only(size - 1));
        int[] counts = new int[flow.size()];

        new Dominators(flow, 0).countTargets(counts);

        assertThat(counts[1]).isEqualTo(1);
        assertThat(counts[size - 2]).isEqualTo(1);
        assertThat(counts[size - 1]).isZero();
    }
}
