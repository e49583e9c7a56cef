package dev.throughline.attack.search;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.Arrays;

/**
 * The most likely path of at most some steps from some nodes to every other. A path that grows step by step is dropped only
 * for another that is better <em>and</em> not longer, so the answer is exact; ties are broken as {@link BestPaths} does. Takes
 * time in the number of steps times that of hops, and much less where few paths improve late. Immutable once made, and safe to share between threads.
 */
@CheckReturnValue
public final class HopLimitedPaths {
    private static final int NONE = -1;

    private final PackedGraph graph;
    private final long[] lengths;
    /** The last partial path that reached each node: each is one step more than another. */
    private final int[] partial;

    private int[] steps = new int[256];
    private int[] previous = new int[256];
    private long[] reachedBy = new long[256];
    private int count;

    private HopLimitedPaths(PackedGraph graph, int[] entries, int hops, Effort effort) {
        this.graph = graph;
        this.lengths = new long[graph.size()];
        this.partial = new int[graph.size()];
        Arrays.fill(lengths, Long.MAX_VALUE);
        Arrays.fill(partial, NONE);
        search(entries, hops, effort);
    }

    /**
     * Searches.
     *
     * @param graph the steps
     * @param entries the nodes where paths begin
     * @param hops the most steps of a path
     * @param effort how many steps may be looked at; if that is not enough, only shorter paths are found
     * @return the paths from the entries to every node
     */
    public static HopLimitedPaths from(PackedGraph graph, int[] entries, int hops, Effort effort) {
        return new HopLimitedPaths(graph, entries, hops, effort);
    }

    private void search(int[] entries, int hops, Effort effort) {
        for (int entry : entries) {
            lengths[entry] = 0;
        }
        int firstOfLayer = 0;
        for (int entry : entries) {
            if (hops > 0 && effort.spend(degree(entry))) {
                goOn(entry, NONE, 0, firstOfLayer);
            }
        }
        for (int hop = 1; hop < hops && firstOfLayer < count; hop++) {
            int endOfLayer = count;
            for (int i = firstOfLayer; i < endOfLayer; i++) {
                int at = graph.end(steps[i]);
                if (!effort.spend(degree(at))) {
                    return;
                }
                goOn(at, i, reachedBy[i], endOfLayer);
            }
            firstOfLayer = endOfLayer;
        }
    }

    private int degree(int node) {
        return graph.firstStep(node + 1) - graph.firstStep(node);
    }

    private void goOn(int at, int path, long length, int firstOfNext) {
        int end = graph.firstStep(at + 1);
        for (int step = graph.firstStep(at); step < end; step++) {
            int next = graph.end(step);
            long reached = length + graph.length(step);
            if (reached < lengths[next]) {
                lengths[next] = reached;
                if (partial[next] < firstOfNext) {
                    partial[next] = add();
                }
                put(partial[next], step, path, reached);
            } else if (reached == lengths[next] && partial[next] >= firstOfNext && step < steps[partial[next]]) {
                put(partial[next], step, path, reached);
            }
        }
    }

    private void put(int place, int step, int before, long length) {
        steps[place] = step;
        previous[place] = before;
        reachedBy[place] = length;
    }

    private int add() {
        if (count == steps.length) {
            steps = Arrays.copyOf(steps, count * 2);
            previous = Arrays.copyOf(previous, count * 2);
            reachedBy = Arrays.copyOf(reachedBy, count * 2);
        }
        return count++;
    }

    /**
     * Whether there is a path.
     *
     * @param node a node
     * @return whether it is reached; true for an entry
     */
    public boolean reaches(int node) {
        return lengths[node] != Long.MAX_VALUE;
    }

    /**
     * The path.
     *
     * @param node a node
     * @return numbers of its steps in order; none if there is no path, and for an entry
     */
    public int[] path(int node) {
        int hops = 0;
        for (int at = partial[node]; at != NONE; at = previous[at]) {
            hops++;
        }
        int[] path = new int[hops];
        for (int at = partial[node]; at != NONE; at = previous[at]) {
            path[--hops] = steps[at];
        }
        return path;
    }
}
