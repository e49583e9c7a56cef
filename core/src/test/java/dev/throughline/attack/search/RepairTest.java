package dev.throughline.attack.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.primitives.Floats;
import com.google.common.primitives.Ints;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepairTest {
    @Test
    void leavesThePathsOfAWholeSearchAfterTheChanges() {
        for (int seed = 0; seed < 1_000; seed++) {
            PackedGraph graph = RandomGraph.of(seed);
            Random random = new Random(seed);
            BitSet gone = new BitSet();
            Map<Integer, Double> lessLikely = new HashMap<>();
            for (int step = 0; step < graph.stepCount(); step++) {
                int change = random.nextInt(6);
                gone.set(step, change < 2);
                if (change == 2) {
                    lessLikely.put(step, Math.exp(-graph.cost(step)) * random.nextDouble());
                }
            }
            PackedGraph after = after(graph, gone, lessLikely);
            WeakenedSteps changes = WeakenedSteps.of(graph, gone, lessLikely);
            for (boolean forward : new boolean[] {true, false}) {
                BestPaths repaired = search(graph, forward).after(changes, seed % 2 == 0 ? graph.size() : seed % 3);
                BestPaths searched = search(after, forward);
                int[] left = IntStream.range(0, graph.stepCount())
                        .filter(step -> !gone.get(step))
                        .toArray();
                for (int node = 0; node < graph.size(); node++) {
                    assertThat(repaired.length(node))
                            .as("seed %d node %d", seed, node)
                            .isEqualTo(searched.length(node));
                    assertThat(repaired.path(node))
                            .as("seed %d node %d", seed, node)
                            .isEqualTo(Arrays.stream(searched.path(node))
                                    .map(step -> left[step])
                                    .toArray());
                }
            }
        }
    }

    private static BestPaths search(PackedGraph graph, boolean forward) {
        int[] origins = {0, 1};
        return forward
                ? BestPaths.from(graph, origins, Effort.unlimited())
                : BestPaths.to(graph, origins, Effort.unlimited());
    }

    private static PackedGraph after(PackedGraph graph, BitSet gone, Map<Integer, Double> lessLikely) {
        List<Integer> from = new ArrayList<>();
        List<Integer> to = new ArrayList<>();
        List<Float> probabilities = new ArrayList<>();
        for (int step = 0; step < graph.stepCount(); step++) {
            if (!gone.get(step)) {
                from.add(graph.start(step));
                to.add(graph.end(step));
                probabilities.add(lessLikely
                        .getOrDefault(step, Math.exp(-graph.cost(step)))
                        .floatValue());
            }
        }
        return PackedGraph.of(graph.size(), Ints.toArray(from), Ints.toArray(to), Floats.toArray(probabilities));
    }

    @Test
    void refusesAStepThatWouldBecomeMoreLikely() {
        PackedGraph graph = PackedGraph.of(2, new int[] {0}, new int[] {1}, new float[] {0.5f});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeakenedSteps.of(graph, new BitSet(), Map.of(0, 0.6)))
                .withMessageContaining("more likely");
    }

    @Test
    void leavesTheSearchItCameFromAsItWas() {
        PackedGraph graph = PackedGraph.of(3, new int[] {0, 1}, new int[] {1, 2}, new float[] {0.5f, 0.5f});
        BestPaths all = BestPaths.from(graph, new int[] {0}, Effort.unlimited());
        BitSet second = new BitSet();
        second.set(1);

        assertThat(all.without(second).reaches(2)).isFalse();
        assertThat(all.without(second).reaches(1)).isTrue();
        assertThat(all.reaches(2)).isTrue();
    }
}
