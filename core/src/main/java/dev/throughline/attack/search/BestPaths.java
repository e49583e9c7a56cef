package dev.throughline.attack.search;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;

/**
 * The most likely path between some nodes and every other, in one pass: Dijkstra's algorithm, in O(E log V). Of equally likely
 * paths it is one of the fewest steps, and of those the one that arrives by the step with the smallest number. Immutable once
 * made, and safe to share between threads.
 */
@CheckReturnValue
public final class BestPaths {
    private static final int NONE = -1;
    private static final long UNREACHED = Long.MAX_VALUE;
    /** To mend a path takes several times as long as to find it, so beyond this part of all nodes it does not pay. */
    private static final int MUCH = 16;

    private final PackedGraph graph;
    private final boolean forward;
    private final long[] lengths;
    /** The step between each node and the next on the way back to where the search began. */
    private final int[] via;

    private final NodeHeap open = new NodeHeap();

    private BestPaths(PackedGraph graph, boolean forward, int[] origins, Effort effort) {
        this.graph = graph;
        this.forward = forward;
        this.lengths = new long[graph.size()];
        this.via = new int[graph.size()];
        Arrays.fill(lengths, UNREACHED);
        Arrays.fill(via, NONE);
        search(origins, effort);
    }

    /**
     * Searches forward.
     *
     * @param graph the steps
     * @param entries the nodes where paths begin
     * @param effort how many steps may be looked at; if that is not enough, the least likely paths are left out
     * @return the paths from the entries to every node
     */
    public static BestPaths from(PackedGraph graph, int[] entries, Effort effort) {
        return new BestPaths(graph, true, entries, effort);
    }

    /**
     * Searches backward.
     *
     * @param graph the steps
     * @param targets the nodes where paths end
     * @param effort how many steps may be looked at; if that is not enough, the least likely paths are left out
     * @return the paths from every node to the targets
     */
    public static BestPaths to(PackedGraph graph, int[] targets, Effort effort) {
        return new BestPaths(graph, false, targets, effort);
    }

    private BestPaths(BestPaths before, WeakenedSteps weakened, int most) {
        graph = before.graph;
        forward = before.forward;
        lengths = before.lengths.clone();
        via = before.via.clone();
        new Repair(graph, forward, lengths, via, weakened).run(most);
    }

    private void search(int[] origins, Effort effort) {
        for (int origin : origins) {
            lengths[origin] = 0;
            open.push(0, origin);
        }
        while (!open.isEmpty()) {
            long length = open.length();
            int at = open.pop();
            if (length == lengths[at]) { // else it was reached by a shorter path since
                int steps = forward
                        ? graph.firstStep(at + 1) - graph.firstStep(at)
                        : graph.firstInto(at + 1) - graph.firstInto(at);
                if (!effort.spend(steps)) {
                    open.push(length, at);
                    forgetOpen();
                } else if (forward) {
                    goOn(at, length);
                } else {
                    goBack(at, length);
                }
            }
        }
    }

    private void goOn(int at, long length) {
        int end = graph.firstStep(at + 1);
        for (int step = graph.firstStep(at); step < end; step++) {
            reach(graph.end(step), length + graph.length(step), step);
        }
    }

    private void goBack(int at, long length) {
        int end = graph.firstInto(at + 1);
        for (int place = graph.firstInto(at); place < end; place++) {
            int step = graph.into(place);
            reach(graph.source(place), length + graph.length(step), step);
        }
    }

    private void reach(int node, long length, int step) {
        long known = lengths[node];
        if (length < known) {
            lengths[node] = length;
            via[node] = step;
            open.push(length, node);
        } else if (length == known && step < via[node]) {
            via[node] = step;
        }
    }

    /** What is still open may have shorter paths that were not looked at. */
    private void forgetOpen() {
        while (!open.isEmpty()) {
            long length = open.length();
            int node = open.pop();
            if (length == lengths[node] && via[node] != NONE) {
                lengths[node] = UNREACHED;
                via[node] = NONE;
            }
        }
    }

    /**
     * The best paths after some steps are gone or have become less likely: those of a whole search then, in time that depends
     * on what they led to, and is about that of the search at most. Asked of paths that are after some changes already, these
     * must be named again.
     *
     * @param weakened the steps that are gone or less likely
     * @return the paths that are left
     */
    public BestPaths after(WeakenedSteps weakened) {
        return after(weakened, graph.size() / MUCH);
    }

    /** The same, mending the paths of at most so many nodes; if there are more, all are searched. */
    BestPaths after(WeakenedSteps weakened, int most) {
        return new BestPaths(this, weakened, most);
    }

    /**
     * The best paths after some steps are gone.
     *
     * @param steps numbers of all steps that are gone
     * @return the paths that are left
     */
    public BestPaths without(BitSet steps) {
        return after(WeakenedSteps.of(graph, steps, Map.of()));
    }

    /**
     * Whether there is a path.
     *
     * @param node a node
     * @return whether it is reached; true for where the search began
     */
    public boolean reaches(int node) {
        return lengths[node] != UNREACHED;
    }

    /**
     * The probability of the path.
     *
     * @param node a node
     * @return product of the probabilities of its steps, to seven digits; 0 if there is no path, 1 where the search began
     */
    public double probability(int node) {
        return reaches(node) ? PackedGraph.probability(lengths[node]) : 0;
    }

    /**
     * The path.
     *
     * @param node a node
     * @return numbers of its steps in order, from the entry to the node or from the node to the target; none if there is no
     *     path, and where the search began
     */
    public int[] path(int node) {
        int hops = 0;
        for (int at = node; via[at] != NONE; at = next(at)) {
            hops++;
        }
        int[] path = new int[hops];
        int at = node;
        for (int i = 0; i < hops; i++) {
            path[forward ? hops - 1 - i : i] = via[at];
            at = next(at);
        }
        return path;
    }

    private int next(int node) {
        return forward ? graph.start(via[node]) : graph.end(via[node]);
    }

    /** The length of the path, or {@link Long#MAX_VALUE}. */
    long length(int node) {
        return lengths[node];
    }
}
