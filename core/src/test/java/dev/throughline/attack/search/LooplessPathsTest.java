package dev.throughline.attack.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.Ints;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LooplessPathsTest {
    /** All that come, until there are no more. */
    static List<List<Integer>> all(Supplier<int[]> paths) {
        List<List<Integer>> all = new ArrayList<>();
        for (int[] path = paths.get(); path != null; path = paths.get()) {
            all.add(Ints.asList(path));
        }
        return all;
    }

    private static LooplessPaths between(PackedGraph graph, int from, int to, int hops, Effort effort) {
        int[] best = HopLimitedPaths.from(graph, new int[] {from}, hops, Effort.unlimited())
                .path(to);
        return LooplessPaths.from(graph, best, hops, effort);
    }

    @Test
    void areAllThereAreTheMostLikelyFirst() {
        for (int seed = 0; seed < 300; seed++) {
            PackedGraph graph = RandomGraph.of(seed);
            for (int node = 1; node < graph.size(); node++) {
                for (int hops = 1; hops <= graph.size(); hops++) {
                    int most = hops;
                    List<List<Integer>> tried = RandomGraph.paths(graph, 0, node).stream()
                            .filter(path -> path.size() <= most)
                            .toList();
                    if (!tried.isEmpty()) {
                        List<List<Integer>> found = all(between(graph, 0, node, hops, Effort.unlimited())::next);
                        assertThat(found)
                                .as("seed %d, to %d within %d", seed, node, hops)
                                .containsExactlyInAnyOrderElementsOf(tried);
                        assertThat(found)
                                .extracting(path -> RandomGraph.length(graph, path))
                                .isSorted();
                    }
                }
            }
        }
    }

    @Test
    void beginWithTheBest() {
        PackedGraph graph =
                PackedGraph.of(3, new int[] {0, 0, 1, 1}, new int[] {1, 2, 2, 2}, new float[] {0.5f, 0.2f, 0.5f, 0.2f});
        LooplessPaths paths = between(graph, 0, 2, 9, Effort.unlimited());

        assertThat(all(paths::next)).containsExactly(List.of(0, 2), List.of(1), List.of(0, 3));
    }

    @Test
    void endWhereTheEffortDoesNotSuffice() {
        for (int seed = 0; seed < 200; seed++) {
            PackedGraph graph = RandomGraph.of(seed);
            List<List<Integer>> tried = RandomGraph.paths(graph, 0, 1);
            for (int steps = 0; steps < 100 && !tried.isEmpty(); steps += 7) {
                Effort effort = Effort.of(steps);
                List<List<Integer>> found = all(between(graph, 0, 1, 9, effort)::next);
                assertThat(found.size() == tried.size() || effort.isSpent()).isTrue();
                for (int i = 0; i < found.size(); i++) {
                    assertThat(RandomGraph.length(graph, found.get(i)))
                            .isEqualTo(RandomGraph.length(graph, tried.get(i)));
                }
            }
        }
    }
}
