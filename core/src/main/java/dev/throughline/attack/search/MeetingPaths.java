package dev.throughline.attack.search;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Paths of the fewest steps from some nodes to a few others, found from both ends: from all entries together as long as that
 * is a small part of the graph, and from each target back until it meets what was reached. The first node that is met lies on
 * a shortest path, for all nodes that are as far from the entries were reached before it. What is met late or never is left to
 * a walk through the whole graph, so that no question costs more than twice that. Immutable, and safe to share between
 * threads.
 */
@CheckReturnValue
public final class MeetingPaths {
    private final Map<Integer, int[]> paths;

    private MeetingPaths(Map<Integer, int[]> paths) {
        this.paths = paths;
    }

    /**
     * Searches.
     *
     * @param graph the steps
     * @param entries the nodes where paths begin
     * @param targets the nodes where they end; few, for each is searched for by itself
     * @param hops the most steps of a path
     * @return the paths
     */
    public static MeetingPaths between(PackedGraph graph, int[] entries, int[] targets, int hops) {
        return new MeetingPaths(new Meeting(graph, entries, hops).pathsTo(targets));
    }

    /**
     * The path to a target.
     *
     * @param target one of the targets
     * @return numbers of its steps in order, none for an entry; null if there is no path
     */
    public int @Nullable [] path(int target) {
        return paths.get(target);
    }
}
