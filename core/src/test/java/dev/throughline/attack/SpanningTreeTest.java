package dev.throughline.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpanningTreeTest {
    private static final BitSet NONE = new BitSet();

    @Test
    void countsTheTargetsThatAreLostWithoutSomeEdgesAsIfItWereTriedOut() {
        for (int seed = 0; seed < 1_000; seed++) {
            SmallGraph graph = SmallGraph.of(seed);
            FlowGraph flow = graph.flow();
            for (int root : flow.entries()) {
                int entry = flow.asset(root);
                SpanningTree tree = new SpanningTree(flow, root);
                for (int attempt = 0; attempt < 5; attempt++) {
                    BitSet edges = someEdges(new Random(seed + attempt), flow);
                    BitSet steps = new BitSet();
                    edges.stream().map(flow::step).forEach(steps::set);
                    BitSet lost = graph.targets(entry, NONE, NONE);
                    lost.andNot(graph.targets(entry, NONE, steps));

                    assertThat(tree.targetsLostWithout(edges.stream().toArray()))
                            .as("seed %d, from %d without %s", seed, entry, steps)
                            .isEqualTo(lost.cardinality());
                }
            }
        }
    }

    private static BitSet someEdges(Random random, FlowGraph flow) {
        BitSet edges = new BitSet();
        for (int edge = 0; edge < flow.edgeCount(); edge++) {
            edges.set(edge, flow.step(edge) != FlowGraph.NO_STEP && random.nextInt(3) == 0);
        }
        return edges;
    }
}
