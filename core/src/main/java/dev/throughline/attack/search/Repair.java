package dev.throughline.attack.search;

import java.util.BitSet;

/**
 * Mends the best paths of a search after some steps are gone or less likely. Only nodes whose path took such a step are searched
 * again: the others keep theirs, for a path that nothing changed on is still the best, and ties are broken as before. So the
 * result is that of a whole search after the changes, in time that depends on what they led to. Where that is much, the whole search is
 * cheaper, and is made.
 */
final class Repair {
    private static final int NONE = -1;
    private static final long UNREACHED = Long.MAX_VALUE;

    private final PackedGraph graph;
    private final boolean forward;
    private final long[] lengths;
    private final int[] via;
    private final WeakenedSteps weakened;
    private final BitSet affected = new BitSet();
    private final NodeHeap open = new NodeHeap();

    /** Mends the arrays of a search in place. */
    Repair(PackedGraph graph, boolean forward, long[] lengths, int[] via, WeakenedSteps weakened) {
        this.graph = graph;
        this.forward = forward;
        this.lengths = lengths;
        this.via = via;
        this.weakened = weakened;
    }

    /** Mends the paths of at most so many nodes; if more took a step that changed, it searches all. */
    void run(int most) {
        int[] nodes = new int[most];
        int count = findAffected(nodes);
        if (count > most) {
            restart();
        } else {
            reopen(nodes, count);
        }
        while (!open.isEmpty()) {
            long length = open.length();
            int at = open.pop();
            if (length == lengths[at]) {
                goOn(at, length);
            }
        }
    }

    private void restart() {
        for (int node = 0; node < lengths.length; node++) {
            if (lengths[node] == 0) {
                open.push(0, node);
            } else {
                lengths[node] = UNREACHED;
                via[node] = NONE;
            }
        }
    }

    private void reopen(int[] nodes, int count) {
        for (int i = 0; i < count; i++) {
            lengths[nodes[i]] = UNREACHED;
            via[nodes[i]] = NONE;
        }
        for (int i = 0; i < count; i++) {
            arriveFromOthers(nodes[i]);
        }
    }

    /**
     * Finds the nodes whose path takes a step that changed: those it led to, and all behind them. Returns how many; if they
     * are more than there is room for, it stops there.
     */
    private int findAffected(int[] found) {
        int count = 0;
        for (int step = weakened.next(0); step >= 0 && count <= found.length; step = weakened.next(step + 1)) {
            int node = forward ? graph.end(step) : graph.start(step);
            count = via[node] == step ? add(node, found, count) : count;
        }
        for (int done = 0; done < count && count <= found.length; done++) {
            int end = first(found[done] + 1, forward);
            for (int place = first(found[done], forward); place < end && count <= found.length; place++) {
                int next = other(place, forward);
                count = via[next] == step(place, forward) ? add(next, found, count) : count;
            }
        }
        return count;
    }

    private int add(int node, int[] found, int count) {
        if (affected.get(node)) {
            return count;
        }
        affected.set(node);
        if (count < found.length) {
            found[count] = node;
        }
        return count + 1;
    }

    private void arriveFromOthers(int node) {
        int end = first(node + 1, !forward);
        for (int place = first(node, !forward); place < end; place++) {
            int from = other(place, !forward);
            if (!affected.get(from) && lengths[from] != UNREACHED) {
                reach(node, lengths[from], step(place, !forward));
            }
        }
    }

    private void goOn(int at, long length) {
        int end = first(at + 1, forward);
        for (int place = first(at, forward); place < end; place++) {
            reach(other(place, forward), length, step(place, forward));
        }
    }

    private void reach(int node, long before, int step) {
        if (before + graph.length(step) > lengths[node]) {
            return; // the step is no shorter than in the graph
        }
        long own = weakened.length(graph, step);
        if (own == WeakenedSteps.GONE) {
            return;
        }
        long length = before + own;
        if (length < lengths[node]) {
            lengths[node] = length;
            via[node] = step;
            open.push(length, node);
        } else if (length == lengths[node] && step < via[node]) {
            via[node] = step;
        }
    }

    /** The first place of the row of steps that start at a node, or of those that end there. */
    private int first(int node, boolean starting) {
        return starting ? graph.firstStep(node) : graph.firstInto(node);
    }

    private int step(int place, boolean starting) {
        return starting ? place : graph.into(place);
    }

    /** The other end of a step. */
    private int other(int place, boolean starting) {
        return starting ? graph.end(place) : graph.source(place);
    }
}
