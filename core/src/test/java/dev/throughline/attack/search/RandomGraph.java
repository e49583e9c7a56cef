package dev.throughline.attack.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A small random graph, and all its paths, tried one by one. Probabilities are few, so that equally likely paths are common,
 * and steps between the same nodes are, too.
 */
final class RandomGraph {
    private static final float[] CLASSES = {1, 0.95f, 0.8f, 0.5f, 0.2f};

    private RandomGraph() {}

    static PackedGraph of(int seed) {
        Random random = new Random(seed);
        int nodes = 2 + random.nextInt(6);
        int steps = random.nextInt(nodes * 3);
        int[] from = new int[steps];
        int[] to = new int[steps];
        float[] probabilities = new float[steps];
        for (int i = 0; i < steps; i++) {
            from[i] = random.nextInt(nodes);
            to[i] = random.nextInt(nodes);
            probabilities[i] = CLASSES[random.nextInt(CLASSES.length)];
        }
        return PackedGraph.of(nodes, from, to, probabilities);
    }

    /** All paths between two nodes that visit nothing twice, as lists of steps, the shortest lengths first. */
    static List<List<Integer>> paths(PackedGraph graph, int from, int to) {
        List<List<Integer>> paths = new ArrayList<>();
        walk(graph, from, to, new ArrayList<>(), new HashSet<>(), paths);
        paths.sort(Comparator.comparing(path -> length(graph, path)));
        return paths;
    }

    private static void walk(
            PackedGraph graph, int at, int to, List<Integer> path, Set<Integer> visited, List<List<Integer>> paths) {
        if (at == to) {
            paths.add(List.copyOf(path));
            return;
        }
        visited.add(at);
        for (int step = graph.firstStep(at); step < graph.firstStep(at + 1); step++) {
            if (!visited.contains(graph.end(step))) {
                path.add(step);
                walk(graph, graph.end(step), to, path, visited, paths);
                path.remove(path.size() - 1);
            }
        }
        visited.remove(at);
    }

    static long length(PackedGraph graph, List<Integer> path) {
        return path.stream().mapToLong(graph::length).sum();
    }

    static double probability(PackedGraph graph, List<Integer> path) {
        return Math.exp(-path.stream().mapToDouble(graph::cost).sum());
    }
}
