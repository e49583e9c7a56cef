package dev.throughline.attack.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PackedGraphTest {
    private static final PackedGraph GRAPH =
            PackedGraph.of(4, new int[] {2, 0, 2, 0}, new int[] {1, 2, 0, 1}, new float[] {0.5f, 1, 0.2f, 0.8f});

    @Test
    void numbersStepsByStartAndThenAsTheyCome() {
        List<String> steps = new ArrayList<>();
        for (int step = 0; step < GRAPH.stepCount(); step++) {
            steps.add(GRAPH.start(step) + "->" + GRAPH.end(step));
        }

        assertThat(steps).containsExactly("0->2", "0->1", "2->1", "2->0");
        assertThat(GRAPH.firstStep(0)).isZero();
        assertThat(GRAPH.firstStep(1)).isEqualTo(2).isEqualTo(GRAPH.firstStep(2));
        assertThat(GRAPH.firstStep(4)).isEqualTo(4);
    }

    @Test
    void knowsWhatLeadsIntoANode() {
        assertThat(GRAPH.firstInto(2) - GRAPH.firstInto(1)).isEqualTo(2);
        assertThat(GRAPH.into(GRAPH.firstInto(1))).isEqualTo(1);
        assertThat(GRAPH.source(GRAPH.firstInto(1) + 1)).isEqualTo(2);
        assertThat(GRAPH.firstInto(4) - GRAPH.firstInto(3)).isZero();
    }

    @Test
    void costsAreTheLogarithmsOfProbabilities() {
        assertThat(GRAPH.cost(0)).isZero();
        assertThat(GRAPH.cost(1)).isEqualTo(-Math.log(0.8), within(1e-7));
        assertThat(PackedGraph.probability(GRAPH.length(1) + GRAPH.length(2))).isEqualTo(0.4, within(1e-7));
    }

    @Test
    void holdsTheSameStepsInBothDirections() {
        for (int seed = 0; seed < 100; seed++) {
            PackedGraph graph = RandomGraph.of(seed);
            List<Integer> reversed = new ArrayList<>();
            for (int node = 0; node < graph.size(); node++) {
                for (int place = graph.firstInto(node); place < graph.firstInto(node + 1); place++) {
                    assertThat(graph.end(graph.into(place))).isEqualTo(node);
                    assertThat(graph.start(graph.into(place))).isEqualTo(graph.source(place));
                    reversed.add(graph.into(place));
                }
            }
            assertThat(reversed).doesNotHaveDuplicates().hasSize(graph.stepCount());
        }
    }

    @Test
    void takesAtMost24BytesAStep() {
        int nodes = 1_000;
        int steps = 5_000;
        Random random = new Random(1);
        int[] from = random.ints(steps, 0, nodes).toArray();
        int[] to = random.ints(steps, 0, nodes).toArray();
        float[] probabilities = new float[steps];
        Arrays.fill(probabilities, 0.5f);

        assertThat(PackedGraph.of(nodes, from, to, probabilities).bytes()).isLessThan(24L * steps);
    }

    @Test
    void refusesWhatIsNoStep() {
        for (float wrong : new float[] {0, -1, 1.5f, Float.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PackedGraph.of(1, new int[1], new int[1], new float[] {wrong}));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PackedGraph.of(1, new int[1], new int[] {1}, new float[] {1}))
                .withMessage("there is no node 1 of 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PackedGraph.of(1, new int[1], new int[2], new float[] {1}));
    }
}
