package dev.throughline.attack.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.primitives.Ints;
import java.util.List;
import org.junit.jupiter.api.Test;

class BestPathsTest {
    private static BestPaths from(PackedGraph graph, int entry) {
        return BestPaths.from(graph, new int[] {entry}, Effort.unlimited());
    }

    @Test
    void areThoseOfAllPathsTriedOneByOne() {
        for (int seed = 0; seed < 400; seed++) {
            PackedGraph graph = RandomGraph.of(seed);
            for (int entry = 0; entry < graph.size(); entry++) {
                BestPaths paths = from(graph, entry);
                for (int node = 0; node < graph.size(); node++) {
                    List<List<Integer>> tried = RandomGraph.paths(graph, entry, node);
                    assertThat(paths.reaches(node)).isEqualTo(!tried.isEmpty());
                    if (!tried.isEmpty()) {
                        assertThat(tried).as("seed %d", seed).contains(Ints.asList(paths.path(node)));
                        assertThat(paths.length(node)).isEqualTo(RandomGraph.length(graph, tried.get(0)));
                        assertThat(RandomGraph.length(graph, Ints.asList(paths.path(node))))
                                .isEqualTo(paths.length(node));
                        assertThat(paths.probability(node))
                                .isEqualTo(RandomGraph.probability(graph, tried.get(0)), within(1e-6));
                    }
                }
            }
        }
    }

    @Test
    void areAsLongBackward() {
        for (int seed = 0; seed < 400; seed++) {
            PackedGraph graph = RandomGraph.of(seed);
            for (int target = 0; target < graph.size(); target++) {
                BestPaths backward = BestPaths.to(graph, new int[] {target}, Effort.unlimited());
                for (int entry = 0; entry < graph.size(); entry++) {
                    assertThat(backward.length(entry))
                            .isEqualTo(from(graph, entry).length(target));
                    List<Integer> path = Ints.asList(backward.path(entry));
                    if (backward.reaches(entry)) {
                        assertThat(RandomGraph.paths(graph, entry, target)).contains(path);
                        assertThat(RandomGraph.length(graph, path)).isEqualTo(backward.length(entry));
                    }
                }
            }
        }
    }

    @Test
    void areFoundFromTheNearestOfSeveralEntries() {
        for (int seed = 0; seed < 400; seed++) {
            PackedGraph graph = RandomGraph.of(seed);
            BestPaths both = BestPaths.from(graph, new int[] {0, 1}, Effort.unlimited());
            for (int node = 0; node < graph.size(); node++) {
                assertThat(both.length(node))
                        .isEqualTo(Math.min(
                                from(graph, 0).length(node), from(graph, 1).length(node)));
            }
        }
    }

    @Test
    void areRightAsFarAsTheEffortGoes() {
        for (int seed = 0; seed < 200; seed++) {
            PackedGraph graph = RandomGraph.of(seed);
            BestPaths all = from(graph, 0);
            for (int steps = 0; steps <= graph.stepCount(); steps++) {
                Effort effort = Effort.of(steps);
                BestPaths some = BestPaths.from(graph, new int[] {0}, effort);
                boolean missed = false;
                for (int node = 0; node < graph.size(); node++) {
                    missed |= some.reaches(node) != all.reaches(node);
                    if (some.reaches(node)) {
                        assertThat(some.path(node)).isEqualTo(all.path(node));
                    }
                }
                assertThat(effort.isSpent() || !missed).isTrue();
            }
            Effort enough = Effort.of(graph.stepCount());
            assertThat(BestPaths.from(graph, new int[] {0}, enough).reaches(0)).isTrue();
            assertThat(enough.isSpent()).isFalse();
        }
    }
}
