package dev.throughline.attack.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.Ints;
import java.util.List;
import org.junit.jupiter.api.Test;

class HopLimitedPathsTest {
    @Test
    void areTheBestOfAllThatAreSoShort() {
        for (int seed = 0; seed < 400; seed++) {
            PackedGraph graph = RandomGraph.of(seed);
            for (int hops = 0; hops < 6; hops++) {
                HopLimitedPaths paths = HopLimitedPaths.from(graph, new int[] {0}, hops, Effort.unlimited());
                for (int node = 1; node < graph.size(); node++) {
                    int most = hops;
                    List<List<Integer>> tried = RandomGraph.paths(graph, 0, node).stream()
                            .filter(path -> path.size() <= most)
                            .toList();
                    assertThat(paths.reaches(node)).isEqualTo(!tried.isEmpty());
                    if (!tried.isEmpty()) {
                        List<Integer> path = Ints.asList(paths.path(node));
                        assertThat(tried).as("seed %d, %d hops", seed, hops).contains(path);
                        assertThat(RandomGraph.length(graph, path)).isEqualTo(RandomGraph.length(graph, tried.get(0)));
                    }
                }
            }
        }
    }

    @Test
    void areTheSameAsWithoutALimitThatIsNotReached() {
        for (int seed = 0; seed < 400; seed++) {
            PackedGraph graph = RandomGraph.of(seed);
            BestPaths best = BestPaths.from(graph, new int[] {0}, Effort.unlimited());
            HopLimitedPaths limited = HopLimitedPaths.from(graph, new int[] {0}, graph.size(), Effort.unlimited());
            for (int node = 0; node < graph.size(); node++) {
                assertThat(limited.path(node)).isEqualTo(best.path(node));
            }
        }
    }

    @Test
    void tellThatTheEffortDidNotSuffice() {
        PackedGraph line = PackedGraph.of(3, new int[] {0, 1}, new int[] {1, 2}, new float[] {1, 1});
        Effort effort = Effort.of(1);

        HopLimitedPaths paths = HopLimitedPaths.from(line, new int[] {0}, 2, effort);

        assertThat(paths.reaches(1)).isTrue();
        assertThat(paths.reaches(2)).isFalse();
        assertThat(effort.isSpent()).isTrue();
    }
}
