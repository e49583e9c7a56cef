package dev.throughline.attack.search;

import java.util.Arrays;

/**
 * Walks a graph hop by hop, and switches direction: while few nodes were reached in the last hop it looks at where they lead,
 * once they are many at where each node that is left can be reached from, and stops there at the first. Linear at worst, and
 * in dense graphs it looks at a small part of the steps only.
 */
final class BreadthFirst {
    /** With fewer nodes than one in so many, it pays to look forward. */
    private static final int FEW = 24;

    private static final int NONE = -1;

    private final PackedGraph graph;
    private final long[] seen;
    private final long[] last;
    /** All nodes that were reached, hop by hop. */
    private final int[] queue;
    /** The step that reached each node, or {@link #NONE}; of length 0 if paths are not asked for. */
    private final int[] arrivedBy;

    private int count;
    /** Where those begin that the last hop reached. */
    private int first;

    BreadthFirst(PackedGraph graph, boolean paths) {
        this.graph = graph;
        this.seen = new long[(graph.size() + 63) >>> 6];
        this.last = new long[seen.length];
        this.queue = new int[graph.size()];
        this.arrivedBy = new int[paths ? graph.size() : 0];
        Arrays.fill(arrivedBy, NONE);
    }

    /** Stands where the walk begins. */
    BreadthFirst start(int[] entries) {
        for (int entry : entries) {
            if (!isSeen(entry)) {
                see(entry);
            }
        }
        return this;
    }

    /** Walks at most some hops from there. */
    BreadthFirst walk(int hops) {
        for (int hop = 0; hop < hops && width() > 0; hop++) {
            hop();
        }
        return this;
    }

    /** Walks one hop. */
    void hop() {
        int end = count;
        if (width() < graph.size() / FEW) {
            lookForward(end);
        } else {
            lookBackward(end);
        }
        first = end;
    }

    /** How many nodes the last hop reached. */
    int width() {
        return count - first;
    }

    private void lookForward(int end) {
        for (int i = first; i < end; i++) {
            int at = queue[i];
            int endOfRow = graph.firstStep(at + 1);
            for (int step = graph.firstStep(at); step < endOfRow; step++) {
                int next = graph.end(step);
                if (!isSeen(next)) {
                    see(next);
                    if (arrivedBy.length > 0) {
                        arrivedBy[next] = step;
                    }
                }
            }
        }
    }

    private void lookBackward(int end) {
        Arrays.fill(last, 0);
        for (int i = first; i < end; i++) {
            last[queue[i] >>> 6] |= 1L << queue[i];
        }
        for (int word = 0; word < seen.length; word++) {
            for (long left = ~seen[word]; left != 0; left &= left - 1) {
                int node = (word << 6) + Long.numberOfTrailingZeros(left);
                if (node == graph.size()) {
                    return;
                }
                lookInto(node);
            }
        }
    }

    private void lookInto(int node) {
        int end = graph.firstInto(node + 1);
        for (int place = graph.firstInto(node); place < end; place++) {
            int source = graph.source(place);
            if ((last[source >>> 6] & (1L << source)) != 0) {
                see(node);
                if (arrivedBy.length > 0) {
                    arrivedBy[node] = graph.into(place);
                }
                return;
            }
        }
    }

    private void see(int node) {
        seen[node >>> 6] |= 1L << node;
        queue[count++] = node;
    }

    boolean isSeen(int node) {
        return (seen[node >>> 6] & (1L << node)) != 0;
    }

    /** The steps by which a node was reached, from where the walk began. */
    int[] path(int node) {
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

    int count() {
        return count;
    }

    long[] seen() {
        return seen;
    }
}
