package dev.throughline.samples.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.throughline.attack.search.BestPaths;
import dev.throughline.attack.search.Effort;
import dev.throughline.attack.search.FewestSteps;
import dev.throughline.attack.search.PackedGraph;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is compared must find the same. */
class BareSearchTest {
    private static final RandomSteps STEPS = RandomSteps.ofAccounts(2_000, 8_000);
    private static final PackedGraph GRAPH = STEPS.packed();

    private static List<Integer> nodes(int[] parents, int target) {
        List<Integer> nodes = new ArrayList<>();
        for (int at = target; parents[at] >= 0 && parents[at] != at; at = parents[at]) {
            nodes.add(0, at);
        }
        return nodes;
    }

    @Test
    void pathsOfFewestStepsAreAsShort() {
        int[] parents = new BareSearch(STEPS).parentsByHops(STEPS.entries());
        FewestSteps paths = FewestSteps.from(GRAPH, STEPS.entries(), Integer.MAX_VALUE);
        long hops = 0;
        for (int target : STEPS.targets()) {
            assertThat(paths.path(target)).hasSize(nodes(parents, target).size());
            hops += paths.path(target).length;
        }
        assertThat(new JGraphTSearch(STEPS).hops(STEPS.targets()))
                .isEqualTo(hops)
                .isPositive();
    }

    @Test
    void mostLikelyPathsAreAsLikely() {
        int[] parents = new BareSearch(STEPS).parentsByWeight(STEPS.entries());
        BestPaths paths = BestPaths.from(GRAPH, STEPS.entries(), Effort.unlimited());
        for (int target : STEPS.targets()) {
            double probability = paths.reaches(target) ? 1 : 0;
            for (int node : nodes(parents, target)) {
                probability *= best(parents[node], node);
            }
            assertThat(paths.probability(target)).isEqualTo(probability, within(1e-6));
        }
    }

    /** The highest probability of the steps from one node to another. */
    private static double best(int from, int to) {
        double best = 0;
        for (int i = 0; i < STEPS.count(); i++) {
            best = STEPS.from(i) == from && STEPS.to(i) == to ? Math.max(best, STEPS.probability(i)) : best;
        }
        return best;
    }
}
