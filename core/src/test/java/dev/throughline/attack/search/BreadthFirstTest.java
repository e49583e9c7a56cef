package dev.throughline.attack.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Of {@link Reachable}, {@link FewestSteps} and {@link MeetingPaths}, which walk in both directions once there are more than a few nodes. */
class BreadthFirstTest {
    private static PackedGraph random(int seed) {
        Random random = new Random(seed);
        int nodes = 1 + random.nextInt(400);
        int steps = random.nextInt(nodes * 4);
        float[] probabilities = new float[steps];
        Arrays.fill(probabilities, 0.5f);
        return PackedGraph.of(
                nodes,
                random.ints(steps, 0, nodes).toArray(),
                random.ints(steps, 0, nodes).toArray(),
                probabilities);
    }

    /** How many steps away each node is, as one would first write it; -1 where it cannot be reached. */
    private static int[] distances(PackedGraph graph, int... entries) {
        int[] distances = new int[graph.size()];
        Arrays.fill(distances, -1);
        Deque<Integer> queue = new ArrayDeque<>();
        for (int entry : entries) {
            distances[entry] = 0;
            queue.add(entry);
        }
        while (!queue.isEmpty()) {
            int at = queue.remove();
            for (int step = graph.firstStep(at); step < graph.firstStep(at + 1); step++) {
                int next = graph.end(step);
                if (distances[next] < 0) {
                    distances[next] = distances[at] + 1;
                    queue.add(next);
                }
            }
        }
        return distances;
    }

    @Test
    void reachesWhatCanBeReachedWithinTheHops() {
        for (int seed = 0; seed < 300; seed++) {
            PackedGraph graph = random(seed);
            int[] distances = distances(graph, 0, graph.size() - 1);
            for (int hops : new int[] {0, 1, 3, Integer.MAX_VALUE}) {
                Reachable reached = Reachable.from(graph, new int[] {0, graph.size() - 1, 0}, hops);
                int count = 0;
                for (int node = 0; node < graph.size(); node++) {
                    boolean expected = distances[node] >= 0 && distances[node] <= hops;
                    assertThat(reached.contains(node)).as("seed %d", seed).isEqualTo(expected);
                    count += expected ? 1 : 0;
                }
                assertThat(reached.count()).isEqualTo(count);
                assertThat(reached.nodes().cardinality()).isEqualTo(count);
            }
        }
    }

    @Test
    void takesTheFewestSteps() {
        for (int seed = 0; seed < 300; seed++) {
            PackedGraph graph = random(seed);
            int[] distances = distances(graph, 0);
            FewestSteps paths = FewestSteps.from(graph, new int[] {0}, Integer.MAX_VALUE);
            for (int node = 0; node < graph.size(); node++) {
                assertThat(paths.reaches(node)).isEqualTo(distances[node] >= 0);
                int[] path = paths.path(node);
                assertThat(path).as("seed %d", seed).hasSize(Math.max(0, distances[node]));
                int at = 0;
                for (int step : path) {
                    assertThat(graph.start(step)).isEqualTo(at);
                    at = graph.end(step);
                }
                assertThat(path.length == 0 || at == node).isTrue();
            }
        }
    }

    @Test
    void meetsTheTargetsOnPathsOfTheFewestSteps() {
        for (int seed = 0; seed < 600; seed++) {
            PackedGraph graph = random(seed);
            Random random = new Random(seed);
            int[] entries = random.ints(1 + seed % 3, 0, graph.size()).toArray();
            int[] targets = random.ints(1 + seed % 7, 0, graph.size()).toArray();
            int[] distances = distances(graph, entries);
            for (int hops : new int[] {0, 1, 2, 4, 7, Integer.MAX_VALUE}) {
                MeetingPaths paths = MeetingPaths.between(graph, entries, targets, hops);
                for (int target : targets) {
                    int distance = distances[target];
                    int[] path = paths.path(target);
                    if (distance < 0 || distance > hops) {
                        assertThat(path).as("seed %d", seed).isNull();
                    } else {
                        assertThat(path).as("seed %d", seed).hasSize(distance);
                        assertThat(isPath(graph, entries, path, target)).isTrue();
                    }
                }
            }
        }
    }

    private static boolean isPath(PackedGraph graph, int[] entries, int[] path, int target) {
        int at = path.length == 0 ? target : graph.start(path[0]);
        boolean begins = Arrays.stream(entries).boxed().anyMatch(List.of(at)::contains);
        for (int step : path) {
            if (graph.start(step) != at) {
                return false;
            }
            at = graph.end(step);
        }
        return begins && at == target;
    }
}
