package dev.throughline.attack.search;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.BitSet;

/**
 * What can be reached at all, whatever the probability: a walk hop by hop that switches direction, over sets of bits. Immutable,
 * and safe to share between threads.
 */
@CheckReturnValue
public final class Reachable {
    private final BitSet nodes;
    private final int count;

    private Reachable(BreadthFirst walked) {
        this.nodes = BitSet.valueOf(walked.seen());
        this.count = walked.count();
    }

    /**
     * Walks from some nodes.
     *
     * @param graph the steps
     * @param entries the nodes to begin with, which count as reached
     * @param hops the most steps to go
     * @return what can be reached
     */
    public static Reachable from(PackedGraph graph, int[] entries, int hops) {
        return new Reachable(new BreadthFirst(graph, false).start(entries).walk(hops));
    }

    /**
     * Whether a node can be reached.
     *
     * @param node a node
     * @return whether it can
     */
    public boolean contains(int node) {
        return nodes.get(node);
    }

    /**
     * How many nodes can be reached.
     *
     * @return their number, with the entries
     */
    public int count() {
        return count;
    }

    /**
     * The nodes that can be reached.
     *
     * @return a copy
     */
    public BitSet nodes() {
        return (BitSet) nodes.clone();
    }
}
