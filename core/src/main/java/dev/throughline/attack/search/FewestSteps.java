package dev.throughline.attack.search;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.Arrays;

/**
 * A path of the fewest steps from some nodes to every other, whatever the probability. Immutable once made, and safe to share
 * between threads.
 */
@CheckReturnValue
public final class FewestSteps {
    private static final int NONE = -1;

    private final PackedGraph graph;
    private final BreadthFirst walked;
    private final int[] arrivedBy;

    private FewestSteps(PackedGraph graph, int[] entries, int hops) {
        this.graph = graph;
        this.arrivedBy = new int[graph.size()];
        Arrays.fill(arrivedBy, NONE);
        this.walked = new BreadthFirst(graph, arrivedBy).walk(entries, hops);
    }

    /**
     * Searches, in time linear in the number of steps.
     *
     * @param graph the steps
     * @param entries the nodes where paths begin
     * @param hops the most steps of a path
     * @return the paths from the entries to every node
     */
    public static FewestSteps from(PackedGraph graph, int[] entries, int hops) {
        return new FewestSteps(graph, entries, hops);
    }

    /**
     * Whether there is a path.
     *
     * @param node a node
     * @return whether it is reached; true for an entry
     */
    public boolean reaches(int node) {
        return walked.isSeen(node);
    }

    /**
     * The path.
     *
     * @param node a node
     * @return numbers of its steps in order; none if there is no path, and for an entry
     */
    public int[] path(int node) {
        int hops = 0;
        for (int at = node; arrivedBy[at] != NONE; at = graph.start(arrivedBy[at])) {
            hops++;
        }
        int[] path = new int[hops];
        for (int at = node; hops > 0; at = graph.start(arrivedBy[at])) {
            path[--hops] = arrivedBy[at];
        }
        return path;
    }
}
