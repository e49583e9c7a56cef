package dev.throughline.attack.search;

import com.google.common.collect.Sets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The paths between two nodes that visit nothing twice, the most likely first, one at a time: Yen's algorithm, in which each
 * path splits what is left into parts that do not overlap (Lawler). Equally likely ones come by number of steps, then by the
 * numbers of those, as far as they are known. For one thread.
 */
public final class LooplessPaths {
    private final PackedGraph graph;
    private final GuidedSearch search;
    private final BitSet barred;
    private final int hops;
    private final Effort effort;
    private final PriorityQueue<Path> open = new PriorityQueue<>(
            Comparator.<Path>comparingLong(path -> path.length).thenComparing(path -> path.steps, Arrays::compare));
    private @Nullable Path last;

    /** A path that is the best of those that begin as it does, up to a step, and go on by none of some steps. */
    private static final class Path {
        private final int[] steps;
        private final long length;
        private final int fixed;
        private final Set<Integer> barred;

        Path(int[] steps, long length, int fixed, Set<Integer> barred) {
            this.steps = steps;
            this.length = length;
            this.fixed = fixed;
            this.barred = barred;
        }
    }

    /** Paths that avoid some nodes. */
    LooplessPaths(PackedGraph graph, GuidedSearch search, int from, BitSet barred, int hops, Effort effort) {
        this(graph, search, barred, hops, effort);
        branch(new int[0], from, 0, Set.of());
    }

    private LooplessPaths(PackedGraph graph, GuidedSearch search, BitSet barred, int hops, Effort effort) {
        this.graph = graph;
        this.search = search;
        this.barred = barred;
        this.hops = hops;
        this.effort = effort;
    }

    /**
     * The best path, and those that come after it.
     *
     * @param graph the steps
     * @param best the best path of at most so many steps: numbers of its steps in order, at least one
     * @param hops the most steps of a path
     * @param effort how many steps may be looked at
     * @return the paths, from the best on
     */
    public static LooplessPaths from(PackedGraph graph, int[] best, int hops, Effort effort) {
        GuidedSearch search = new GuidedSearch(graph, graph.end(best[best.length - 1]), effort);
        LooplessPaths paths = new LooplessPaths(graph, search, new BitSet(), hops, effort);
        paths.add(best, 0, Set.of());
        return paths;
    }

    /**
     * The next path.
     *
     * @return numbers of its steps in order; null if there is none, or the effort did not suffice to be sure
     */
    public int @Nullable [] next() {
        if (last != null) {
            branch(last);
        }
        last = effort.isSpent() ? null : open.poll();
        return last == null ? null : last.steps.clone();
    }

    /** What begins as a path does, but for the path itself: split by the step at which it leaves the path. */
    private void branch(Path path) {
        for (int i = 0; i < path.steps.length; i++) {
            int step = path.steps[i];
            if (i == path.fixed) {
                branch(
                        path.steps,
                        graph.start(step),
                        i,
                        Sets.union(path.barred, Set.of(step)).immutableCopy());
            } else if (i > path.fixed) {
                branch(path.steps, graph.start(step), i, Set.of(step));
            }
            barred.set(graph.start(step));
        }
        for (int step : path.steps) {
            barred.clear(graph.start(step));
        }
    }

    private void branch(int[] steps, int at, int fixed, Set<Integer> barredSteps) {
        int[] rest = search.path(at, barred, barredSteps, hops - fixed);
        if (rest != null) {
            int[] joined = Arrays.copyOf(steps, fixed + rest.length);
            System.arraycopy(rest, 0, joined, fixed, rest.length);
            add(joined, fixed, barredSteps);
        }
    }

    private void add(int[] steps, int fixed, Set<Integer> barredSteps) {
        open.add(new Path(steps, length(graph, steps), fixed, barredSteps));
    }

    static long length(PackedGraph graph, int[] steps) {
        long length = 0;
        for (int step : steps) {
            length += graph.length(step);
        }
        return length;
    }
}
