package dev.throughline.attack.search;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Mends the best paths of a search after some steps are gone. Only nodes whose path took such a step are searched again: the
 * others keep theirs, for a path that is still there is still the best, and ties are broken as before. So the result is that
 * of a whole search without the steps, in time that depends on what they led to.
 */
final class Repair {
    private static final int NONE = -1;
    private static final long UNREACHED = Long.MAX_VALUE;

    private final PackedGraph graph;
    private final boolean forward;
    private final long[] lengths;
    private final int[] via;
    private final BitSet gone;
    private final BitSet affected = new BitSet();
    private final NodeHeap open = new NodeHeap();

    /** Mends the arrays of a search in place. */
    Repair(PackedGraph graph, boolean forward, long[] lengths, int[] via, BitSet gone) {
        this.graph = graph;
        this.forward = forward;
        this.lengths = lengths;
        this.via = via;
        this.gone = gone;
    }

    void run() {
        int[] nodes = findAffected();
        for (int node : nodes) {
            lengths[node] = UNREACHED;
            via[node] = NONE;
        }
        for (int node : nodes) {
            arriveFromOthers(node);
        }
        while (!open.isEmpty()) {
            long length = open.length();
            int at = open.pop();
            if (length == lengths[at]) {
                goOn(at, length);
            }
        }
    }

    /** The nodes whose path takes a step that is gone: those it led to, and all behind them. */
    private int[] findAffected() {
        int[] found = new int[64];
        int count = 0;
        for (int step = gone.nextSetBit(0); step >= 0; step = gone.nextSetBit(step + 1)) {
            int node = forward ? graph.end(step) : graph.start(step);
            if (via[node] == step) {
                affected.set(node);
                found = with(found, count++, node);
            }
        }
        for (int done = 0; done < count; done++) {
            int end = first(found[done] + 1, forward);
            for (int place = first(found[done], forward); place < end; place++) {
                int next = other(place, forward);
                if (via[next] == step(place, forward) && !affected.get(next)) {
                    affected.set(next);
                    found = with(found, count++, next);
                }
            }
        }
        return Arrays.copyOf(found, count);
    }

    private static int[] with(int[] numbers, int place, int number) {
        int[] grown = place == numbers.length ? Arrays.copyOf(numbers, place * 2) : numbers;
        grown[place] = number;
        return grown;
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
            int next = other(place, forward);
            if (affected.get(next)) {
                reach(next, length, step(place, forward));
            }
        }
    }

    private void reach(int node, long before, int step) {
        long length = before + graph.length(step);
        if (gone.get(step) || length > lengths[node]) {
            return;
        }
        if (length < lengths[node]) {
            lengths[node] = length;
            via[node] = step;
            open.push(length, node);
        } else if (step < via[node]) {
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
