package dev.throughline.attack.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.Ints;
import java.util.List;
import org.junit.jupiter.api.Test;

class PathsThroughTest {
    /** All paths of at most some hops that lead through a node, or begin or end there. */
    private static List<List<Integer>> tried(PackedGraph graph, int entry, int middle, int target, int hops) {
        return RandomGraph.paths(graph, entry, target).stream()
                .filter(path -> path.size() <= hops)
                .filter(path -> entry == middle || path.stream().anyMatch(step -> graph.end(step) == middle))
                .toList();
    }

    @Test
    void areAllThereAreTheMostLikelyFirst() {
        for (int seed = 0; seed < 300; seed++) {
            PackedGraph graph = RandomGraph.of(seed);
            int target = graph.size() - 1;
            for (int middle = 0; middle < graph.size(); middle++) {
                for (int hops = 1; hops <= graph.size(); hops++) {
                    PathsThrough paths = PathsThrough.between(graph, 0, middle, target, hops, Effort.unlimited());
                    List<List<Integer>> found = LooplessPathsTest.all(paths::next);
                    assertThat(found)
                            .as("seed %d, through %d within %d", seed, middle, hops)
                            .containsExactlyInAnyOrderElementsOf(tried(graph, 0, middle, target, hops));
                    assertThat(found)
                            .extracting(path -> RandomGraph.length(graph, path))
                            .isSorted();
                }
            }
        }
    }

    @Test
    void areLedByTheBestJoin() {
        for (int seed = 0; seed < 300; seed++) {
            PackedGraph graph = RandomGraph.of(seed);
            for (int middle = 0; middle < graph.size(); middle++) {
                BestThrough best = BestThrough.of(graph, middle, Effort.unlimited());
                for (int target = 1; target < graph.size(); target++) {
                    for (int hops = 1; hops <= graph.size(); hops++) {
                        List<List<Integer>> tried = tried(graph, 0, middle, target, hops);
                        int[] path = best.path(0, target, hops);
                        assertThat(path == null).isEqualTo(tried.isEmpty());
                        if (path != null) {
                            assertThat(tried).contains(Ints.asList(path));
                            assertThat(RandomGraph.length(graph, Ints.asList(path)))
                                    .isEqualTo(RandomGraph.length(graph, tried.get(0)));
                            assertThat(best.isBetween(0, target)).isTrue();
                        }
                    }
                }
            }
        }
    }

    @Test
    void goAroundWhereTheBestHalvesCross() {
        // The best way to 2 and the best way on from it both take 1.
        PackedGraph graph = PackedGraph.of(
                5, new int[] {0, 1, 2, 1, 2, 4}, new int[] {1, 2, 1, 3, 4, 3}, new float[] {1, 1, 1, 1, 0.5f, 0.5f});

        int[] path = BestThrough.of(graph, 2, Effort.unlimited()).path(0, 3, 9);

        assertThat(path).isNotNull();
        assertThat(Ints.asList(path)).extracting(graph::end).containsExactly(1, 2, 4, 3);
    }

    @Test
    void endWhereTheEffortDoesNotSuffice() {
        PackedGraph line = PackedGraph.of(3, new int[] {0, 1}, new int[] {1, 2}, new float[] {1, 1});
        Effort effort = Effort.of(1);

        assertThat(PathsThrough.between(line, 0, 1, 2, 9, effort).next()).isNull();
        assertThat(effort.isSpent()).isTrue();
    }
}
