package dev.throughline.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VertexCutTest {
    private static final BitSet NONE = new BitSet();

    @Test
    void costsAsLittleAsTheCheapestOfAllCutsTriedOneByOne() {
        for (int seed = 0; seed < 1_000; seed++) {
            SmallGraph graph = SmallGraph.of(seed);
            FlowGraph flow = graph.flow();
            long[] costs = new Random(seed).longs(flow.size(), 1, 4).toArray();

            BitSet cut = VertexCut.of(flow, costs);

            assertThat(separates(graph, nodes(flow, cut))).as("seed %d", seed).isTrue();
            assertThat(cost(cut, costs)).as("seed %d", seed).isEqualTo(cheapest(graph, flow, costs));
        }
    }

    private static long cheapest(SmallGraph graph, FlowGraph flow, long[] costs) {
        long cheapest = Long.MAX_VALUE;
        for (long bits = 0; bits < 1L << flow.source(); bits++) {
            BitSet cut = BitSet.valueOf(new long[] {bits});
            if (cost(cut, costs) < cheapest && separates(graph, nodes(flow, cut))) {
                cheapest = cost(cut, costs);
            }
        }
        return cheapest;
    }

    private static long cost(BitSet cut, long[] costs) {
        return cut.stream().mapToLong(vertex -> costs[vertex]).sum();
    }

    private static BitSet nodes(FlowGraph flow, BitSet vertices) {
        BitSet nodes = new BitSet();
        vertices.stream().map(flow::asset).forEach(nodes::set);
        return nodes;
    }

    private static boolean separates(SmallGraph graph, BitSet cut) {
        return graph.entries().stream().allMatch(entry -> {
            BitSet reached = graph.reached(entry, cut, NONE);
            return !reached.intersects(graph.targets());
        });
    }
}
