package dev.throughline.attack.search;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the best path to one target around nodes and steps that are barred: A* search, guided by the length of the best path
 * with nothing barred. It looks at little more than the path itself where that is still open. For one thread.
 */
final class GuidedSearch {
    private static final int NONE = -1;

    private final PackedGraph graph;
    private final int target;
    private final BestPaths unbarred;
    private final Effort effort;

    /** Fewest hops of a path that went on from each node; holds for the search of that number only. */
    private final int[] fewest;

    private final int[] searches;
    private int search;

    private final NodeHeap open = new NodeHeap();
    private int[] steps = new int[64];
    private int[] previous = new int[64];
    private int[] hops = new int[64];
    private long[] lengths = new long[64];
    private int count;

    GuidedSearch(PackedGraph graph, int target, Effort effort) {
        this.graph = graph;
        this.target = target;
        this.unbarred = BestPaths.to(graph, new int[] {target}, effort);
        this.effort = effort;
        this.fewest = new int[graph.size()];
        this.searches = new int[graph.size()];
    }

    int target() {
        return target;
    }

    /** The length of the best path with nothing barred, or {@link Long#MAX_VALUE}. */
    long least(int from) {
        return unbarred.length(from);
    }

    /** The best path of at most some hops; null if there is none, or the effort did not suffice. */
    int @Nullable [] path(int from, BitSet barredNodes, Set<Integer> barredFirstSteps, int mostHops) {
        if (!unbarred.reaches(from) || barredNodes.get(from) || barredNodes.get(target)) {
            return null;
        }
        search++;
        count = 0;
        open.clear();
        if (from == target) {
            return new int[0];
        }
        searches[from] = search;
        fewest[from] = 0;
        if (!goOn(from, NONE, barredNodes, barredFirstSteps, mostHops)) {
            return null;
        }
        while (!open.isEmpty()) {
            int partial = open.pop();
            int at = graph.end(steps[partial]);
            if (at == target) {
                return steps(partial);
            }
            if (isUseful(at, hops[partial])) {
                searches[at] = search;
                fewest[at] = hops[partial];
                if (!goOn(at, partial, barredNodes, Set.of(), mostHops)) {
                    return null;
                }
            }
        }
        return null;
    }

    /** What reaches a node later is longer, so it must have fewer hops. */
    private boolean isUseful(int node, int hop) {
        return searches[node] != search || hop < fewest[node];
    }

    private boolean goOn(int at, int partial, BitSet barredNodes, Set<Integer> barredSteps, int mostHops) {
        int hop = partial == NONE ? 1 : hops[partial] + 1;
        long length = partial == NONE ? 0 : lengths[partial];
        int first = graph.firstStep(at);
        int end = graph.firstStep(at + 1);
        for (int step = first; step < end && hop <= mostHops; step++) {
            int next = graph.end(step);
            if (unbarred.reaches(next)
                    && !barredNodes.get(next)
                    && isUseful(next, hop)
                    && !barredSteps.contains(step)) {
                add(step, partial, hop, length + graph.length(step));
                open.push(lengths[count - 1] + unbarred.length(next), count - 1);
            }
        }
        return effort.spend(end - first);
    }

    private void add(int step, int before, int hop, long length) {
        if (count == steps.length) {
            steps = Arrays.copyOf(steps, count * 2);
            previous = Arrays.copyOf(previous, count * 2);
            hops = Arrays.copyOf(hops, count * 2);
            lengths = Arrays.copyOf(lengths, count * 2);
        }
        steps[count] = step;
        previous[count] = before;
        hops[count] = hop;
        lengths[count++] = length;
    }

    private int[] steps(int partial) {
        int[] path = new int[hops[partial]];
        for (int at = partial; at != NONE; at = previous[at]) {
            path[hops[at] - 1] = steps[at];
        }
        return path;
    }
}
