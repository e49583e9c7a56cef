package dev.throughline.attack;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.throughline.model.AssetKey;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Finds the most likely way from one or more entries to every asset, in one pass over the graph: Dijkstra's algorithm on
 * costs {@code -ln p}, in O(E log V). Of equally likely ways it takes the one found over smaller keys, so the answer is
 * always the same. Immutable once made, and safe to share between threads.
 */
@CheckReturnValue
public final class PathFinder {
    private static final int NONE = -1;

    private final AttackGraph graph;
    private final double[] costs;
    private final int[] arrivedBy;

    private PathFinder(AttackGraph graph, Collection<AssetKey> entries) {
        this.graph = graph;
        this.costs = new double[graph.size()];
        this.arrivedBy = new int[graph.size()];
        Arrays.fill(costs, Double.POSITIVE_INFINITY);
        Arrays.fill(arrivedBy, NONE);
        search(entries);
    }

    /**
     * Searches from some entries.
     *
     * @param graph the steps
     * @param entries keys of the assets that attackers hold to begin with
     * @return what can be reached from them
     */
    public static PathFinder from(AttackGraph graph, Collection<AssetKey> entries) {
        return new PathFinder(graph, entries);
    }

    private void search(Collection<AssetKey> entries) {
        IntHeap open = new IntHeap(costs);
        for (AssetKey entry : entries) {
            int number = graph.number(entry);
            if (number >= 0) {
                costs[number] = 0;
                open.push(number);
            }
        }
        while (!open.isEmpty()) {
            int at = open.pop();
            int end = graph.firstStep(at + 1);
            for (int step = graph.firstStep(at); step < end; step++) {
                int next = graph.end(step);
                double cost = costs[at] + graph.cost(step);
                if (cost < costs[next]) {
                    costs[next] = cost;
                    arrivedBy[next] = step;
                    open.push(next);
                }
            }
        }
    }

    /**
     * The probability of the most likely way to an asset: the product of the probabilities of its steps.
     *
     * @param asset key of an asset
     * @return 0 if there is no way, 1 if it is an entry
     */
    public double probability(AssetKey asset) {
        int number = graph.number(asset);
        if (number < 0 || costs[number] == Double.POSITIVE_INFINITY) {
            return 0;
        }
        double probability = 1;
        for (int at = number; arrivedBy[at] != NONE; at = graph.start(arrivedBy[at])) {
            probability *= graph.step(arrivedBy[at]).probability();
        }
        return probability;
    }

    /**
     * The most likely way to an asset.
     *
     * @param asset key of an asset
     * @return its steps in order; empty if there is no way, or if it is an entry
     */
    public Optional<List<AttackStep>> path(AssetKey asset) {
        int number = graph.number(asset);
        if (number < 0 || arrivedBy[number] == NONE) {
            return Optional.empty();
        }
        Deque<AttackStep> steps = new ArrayDeque<>();
        for (int at = number;
                arrivedBy[at] != NONE;
                at = graph.number(graph.step(arrivedBy[at]).from())) {
            steps.addFirst(graph.step(arrivedBy[at]));
        }
        return Optional.of(List.copyOf(steps));
    }
}
