package dev.throughline.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.throughline.attack.search.BestPaths;
import dev.throughline.attack.search.Effort;
import dev.throughline.attack.search.FewestSteps;
import dev.throughline.attack.search.PackedGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the searches against the shortest paths of Neo4j, on random graphs. */
final class PathsAgreeTest {
    private static final int NODES = 150;
    private static final int STEPS = 400;
    private static final int[] ENTRIES = {0, 1, 2};

    private final int[] from = new int[STEPS];
    private final int[] to = new int[STEPS];
    private final int[] weights = new int[STEPS];

    private void generate(int seed) {
        Random random = new Random(seed);
        for (int i = 0; i < STEPS; i++) {
            from[i] = random.nextInt(NODES);
            to[i] = random.nextInt(NODES);
            weights[i] = 1 + random.nextInt(3);
        }
    }

    /** A step of some weight has the probability that so many steps of one half have. */
    private PackedGraph packed() {
        float[] probabilities = new float[STEPS];
        for (int i = 0; i < STEPS; i++) {
            probabilities[i] = (float) Math.pow(0.5, weights[i]);
        }
        return PackedGraph.of(NODES, from, to, probabilities);
    }

    /** Writes each step as so many relationships, one after the other. */
    private void write(boolean weighted) {
        int nodes = NODES;
        List<List<Integer>> steps = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            int at = from[i];
            for (int left = weighted ? weights[i] : 1; left > 1; left--) {
                steps.add(List.of(at, nodes));
                at = nodes++;
            }
            steps.add(List.of(at, to[i]));
        }
        TestServer.query(
                "UNWIND range(0, $nodes - 1) AS number CREATE (:PathsAgree {number: number})", Map.of("nodes", nodes));
        TestServer.query(
                "UNWIND $steps AS step MATCH (a:PathsAgree {number: step[0]}), (b:PathsAgree {number: step[1]})"
                        + " CREATE (a)-[:STEP]->(b)",
                Map.of("steps", steps));
    }

    /** How long the shortest path from an entry to each node is, as Neo4j says. */
    private static Map<Integer, Integer> lengths(int entry) {
        Map<Integer, Integer> lengths = new HashMap<>();
        TestServer.query(
                        "MATCH (a:PathsAgree {number: $entry}), (b:PathsAgree) WHERE a <> b AND b.number < $nodes"
                                + " MATCH path = shortestPath((a)-[:STEP*]->(b))"
                                + " RETURN b.number AS node, length(path) AS length",
                        Map.of("entry", entry, "nodes", NODES))
                .forEach(row ->
                        lengths.put(row.get("node").asInt(), row.get("length").asInt()));
        return lengths;
    }

    @AfterEach
    void delete() {
        TestServer.query("MATCH (n:PathsAgree) DETACH DELETE n", Map.of());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void thoseOfTheFewestStepsAreAsShort(int seed) {
        generate(seed);
        write(false);
        for (int entry : ENTRIES) {
            FewestSteps paths = FewestSteps.from(packed(), new int[] {entry}, Integer.MAX_VALUE);
            Map<Integer, Integer> lengths = lengths(entry);
            for (int node = 0; node < NODES; node++) {
                assertThat(paths.path(node)).hasSize(lengths.getOrDefault(node, 0));
                assertThat(paths.reaches(node)).isEqualTo(node == entry || lengths.containsKey(node));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void theMostLikelyAreAsLikely(int seed) {
        generate(seed);
        write(true);
        for (int entry : ENTRIES) {
            BestPaths paths = BestPaths.from(packed(), new int[] {entry}, Effort.unlimited());
            Map<Integer, Integer> lengths = lengths(entry);
            for (int node = 0; node < NODES; node++) {
                if (node != entry) {
                    double expected = lengths.containsKey(node) ? Math.pow(0.5, lengths.get(node)) : 0;
                    assertThat(paths.probability(node)).isEqualTo(expected, within(expected * 1e-5));
                }
            }
        }
    }
}
