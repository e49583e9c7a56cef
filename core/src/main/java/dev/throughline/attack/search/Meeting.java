package dev.throughline.attack.search;

import java.util.HashMap;
import java.util.Map;

/** The search of {@link MeetingPaths}, with what it needs while it goes on. */
final class Meeting {
    /** With more new nodes for each target than this, going on together costs more than going back from each. */
    private static final int MANY = 32;

    private final PackedGraph graph;
    private final BreadthFirst walked;
    private final int hops;

    /** The targets from which each node was reached last, counted from 1, and the step that leads on from there. */
    private final int[] backFrom;

    private final int[] leadsOn;
    private final int[] queue;

    private int hopsWalked;
    private int nodesToLookAt;

    Meeting(PackedGraph graph, int[] entries, int hops) {
        this.graph = graph;
        this.walked = new BreadthFirst(graph, true).start(entries);
        this.hops = hops;
        this.backFrom = new int[graph.size()];
        this.leadsOn = new int[graph.size()];
        this.queue = new int[graph.size()];
        this.nodesToLookAt = graph.size();
    }

    /** The paths, by target; those that are there. */
    Map<Integer, int[]> pathsTo(int[] targets) {
        Map<Integer, int[]> paths = new HashMap<>();
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
        return paths;
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
        for (int hop = hopsWalked; hop < hops && first < count && nodesToLookAt > 0; hop++) {
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
