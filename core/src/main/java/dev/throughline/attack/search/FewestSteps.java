package dev.throughline.attack.search;

import com.google.errorprone.annotations.CheckReturnValue;

/**
 * A path of the fewest steps from some nodes to every other, whatever the probability. Immutable once made, and safe to share
 * between threads.
 */
@CheckReturnValue
public final class FewestSteps {
    private final BreadthFirst walked;

    private FewestSteps(BreadthFirst walked) {
        this.walked = walked;
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
        return new FewestSteps(new BreadthFirst(graph, true).start(entries).walk(hops));
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
        return walked.path(node);
    }
}
