package dev.throughline.attack.search;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The paths between two nodes that lead through a third and visit nothing twice, the most likely first, one at a time. Takes
 * the ways on from the middle in their order, and for each the ways to the middle that keep clear of it. That can take long
 * where nearly all of them cross, so give it an effort. For one thread.
 */
public final class PathsThrough {
    private final PackedGraph graph;
    private final int entry;
    private final int hops;
    private final Effort effort;
    private final GuidedSearch inward;
    private final LooplessPaths onward;
    private final PriorityQueue<Crossing> open =
            new PriorityQueue<>(Comparator.<Crossing>comparingLong(crossing -> crossing.length)
                    .thenComparing(crossing -> crossing.path, Arrays::compare));
    private int @Nullable [] nextOnward;

    /** One way on, and the best of the ways to the middle that go with it and are left. */
    private static final class Crossing {
        private final LooplessPaths before;
        private final int[] after;
        private final int[] path;
        private final long length;

        Crossing(LooplessPaths before, int[] after, int[] path, long length) {
            this.before = before;
            this.after = after;
            this.path = path;
            this.length = length;
        }
    }

    private PathsThrough(PackedGraph graph, int entry, int middle, int target, int hops, Effort effort) {
        this.graph = graph;
        this.entry = entry;
        this.hops = hops;
        this.effort = effort;
        this.inward = new GuidedSearch(graph, middle, effort);
        BitSet begun = new BitSet();
        begun.set(entry, entry == middle ? entry : entry + 1);
        this.onward = new LooplessPaths(graph, new GuidedSearch(graph, target, effort), middle, begun, hops, effort);
        this.nextOnward = inward.least(entry) == Long.MAX_VALUE ? null : onward.next();
    }

    /**
     * The paths between two nodes through a third, which may be one of the two.
     *
     * @param graph the steps
     * @param entry where paths begin
     * @param middle where they lead through
     * @param target where they end
     * @param hops the most steps of a path
     * @param effort how many steps may be looked at
     * @return the paths
     */
    public static PathsThrough between(PackedGraph graph, int entry, int middle, int target, int hops, Effort effort) {
        return new PathsThrough(graph, entry, middle, target, hops, effort);
    }

    /**
     * The next path.
     *
     * @return numbers of its steps in order; null if there is none, or the effort did not suffice to be sure
     */
    public int @Nullable [] next() {
        while (nextOnward != null && (open.isEmpty() || least(nextOnward) <= open.element().length)) {
            cross(nextOnward);
            nextOnward = onward.next();
        }
        Crossing best = effort.isSpent() ? null : open.poll();
        if (best == null) {
            return null;
        }
        add(best.before, best.after);
        return best.path;
    }

    /** The length that a path on one way on has at least. */
    private long least(int[] after) {
        return inward.least(entry) + LooplessPaths.length(graph, after);
    }

    private void cross(int[] after) {
        BitSet taken = new BitSet();
        for (int step : after) {
            taken.set(graph.end(step));
        }
        add(new LooplessPaths(graph, inward, entry, taken, hops - after.length, effort), after);
    }

    private void add(LooplessPaths before, int[] after) {
        int[] start = before.next();
        if (start != null) {
            int[] path = Arrays.copyOf(start, start.length + after.length);
            System.arraycopy(after, 0, path, start.length, after.length);
            open.add(new Crossing(before, after, path, LooplessPaths.length(graph, path)));
        }
    }
}
