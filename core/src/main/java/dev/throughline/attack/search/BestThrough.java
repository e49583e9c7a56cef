package dev.throughline.attack.search;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The most likely path through one node, for any two ends: a backward and a forward pass from it, joined. Where the two halves
 * of a join cross, {@linkplain PathsThrough the best that do not} are searched. Immutable once made, and safe to share between
 * threads as far as its {@link Effort} is.
 */
@CheckReturnValue
public final class BestThrough {
    private final PackedGraph graph;
    private final int middle;
    private final Effort effort;
    private final BestPaths inward;
    private final BestPaths onward;

    private BestThrough(PackedGraph graph, int middle, Effort effort) {
        this.graph = graph;
        this.middle = middle;
        this.effort = effort;
        this.inward = BestPaths.to(graph, new int[] {middle}, effort);
        this.onward = BestPaths.from(graph, new int[] {middle}, effort);
    }

    /**
     * Searches both ways from a node.
     *
     * @param graph the steps
     * @param middle the node
     * @param effort how many steps may be looked at, now and later
     * @return the paths through it
     */
    public static BestThrough of(PackedGraph graph, int middle, Effort effort) {
        return new BestThrough(graph, middle, effort);
    }

    /**
     * Whether the node can be reached from one node, and another from it. Only then may there be a path.
     *
     * @param entry where a path begins
     * @param target where it ends
     * @return whether both hold
     */
    public boolean isBetween(int entry, int target) {
        return inward.reaches(entry) && onward.reaches(target);
    }

    /**
     * The best path of at most some steps that visits nothing twice.
     *
     * @param entry where it begins
     * @param target where it ends
     * @param hops the most steps
     * @return numbers of its steps in order; null if there is none, or the effort did not suffice
     */
    public int @Nullable [] path(int entry, int target, int hops) {
        if (!isBetween(entry, target)) {
            return null;
        }
        int[] before = inward.path(entry);
        int[] after = onward.path(target);
        if (before.length + after.length > hops || cross(entry, before, after)) {
            return PathsThrough.between(graph, entry, middle, target, hops, effort)
                    .next();
        }
        int[] path = new int[before.length + after.length];
        System.arraycopy(before, 0, path, 0, before.length);
        System.arraycopy(after, 0, path, before.length, after.length);
        return path;
    }

    private boolean cross(int entry, int[] before, int[] after) {
        BitSet visited = new BitSet();
        visited.set(entry);
        for (int step : before) {
            visited.set(graph.end(step));
        }
        for (int step : after) {
            if (visited.get(graph.end(step))) {
                return true;
            }
        }
        return false;
    }
}
