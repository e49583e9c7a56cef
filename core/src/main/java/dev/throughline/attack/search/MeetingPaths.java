package dev.throughline.attack.search;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Paths of the fewest steps from some nodes to a few others, found from both ends: from all entries together as long as that
 * is a small part of the graph, and from each target back until it meets what was reached. The first node that is met lies on
 * a shortest path, for all nodes that are as far from the entries were reached before it. What is met late or never is left to
 * a walk through the whole graph, so that no question costs more than twice that. Immutable once made, and safe to share
 * between threads.
 */
@CheckReturnValue
public final class MeetingPaths {
    /** With more new nodes for each target than this, going on together costs more than going back from each. */
    private static final int MANY = 32;

    private final PackedGraph graph;
    private final BreadthFirst walked;
    private final int hops;
    private final Map<Integer, int[]> paths = new HashMap<>();

    /** The targets from which each node was reached last, counted from 1, and the step that leads on from there. */
    private final int[] backFrom;

    private final int[] leadsOn;
    private final int[] queue;

    private int hopsWalked;
    private int nodesToLookAt;

    private MeetingPaths(PackedGraph graph, int[] entries, int hops) {
        this.graph = graph;
        this.walked = new BreadthFirst(graph, true).start(entries);
        this.hops = hops;
        this.backFrom = new int[graph.size()];
        this.leadsOn = new int[graph.size()];
        this.queue = new int[graph.size()];
        this.nodesToLookAt = graph.size();
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
        MeetingPaths paths = new MeetingPaths(graph, entries, hops);
        paths.search(targets);
        return paths;
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

    private void search(int[] targets) {
        while (hopsWalked < hops && walked.width() > 0 && walked.width() < MANY * targets.length) {
            walked.hop();
            hopsWalked++;
        }
        for (int i = 0; i < targets.length; i++) {
            int target = targets[i];
            int met = met(target, i + 1);
            if (met >= 0) {
                paths.put(target, joined(walked.path(met), met, target));
            }
        }
    }

    private int met(int target, int number) {
        int met = walked.isSeen(target) ? target : meeting(target, number);
        if (met < 0 && nodesToLookAt == 0) {
            walked.walk(hops - hopsWalked);
            hopsWalked = hops;
            return walked.isSeen(target) ? target : -1;
        }
        return met;
    }

    /** Goes back from a target hop by hop. Returns the first node that was reached from the entries, or -1. */
    private int meeting(int target, int number) {
        queue[0] = target;
        backFrom[target] = number;
        int first = 0;
        int count = 1;
        for (int hop = hopsWalked; hop < hops && first < count; hop++) {
            int end = count;
            for (; first < end && nodesToLookAt > 0; first++, nodesToLookAt--) {
                int at = queue[first];
                for (int place = graph.firstInto(at); place < graph.firstInto(at + 1); place++) {
                    int source = graph.source(place);
                    if (backFrom[source] != number) {
                        backFrom[source] = number;
                        leadsOn[source] = graph.into(place);
                        queue[count++] = source;
                        if (walked.isSeen(source)) {
                            return source;
                        }
                    }
                }
            }
        }
        return -1;
    }

    private int[] joined(int[] before, int met, int target) {
        int after = 0;
        for (int at = met; at != target; at = graph.end(leadsOn[at])) {
            after++;
        }
        int[] path = new int[before.length + after];
        System.arraycopy(before, 0, path, 0, before.length);
        int at = met;
        for (int i = before.length; i < path.length; i++) {
            path[i] = leadsOn[at];
            at = graph.end(leadsOn[at]);
        }
        return path;
    }
}
