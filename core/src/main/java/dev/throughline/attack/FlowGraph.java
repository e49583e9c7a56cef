package dev.throughline.attack;

import dev.throughline.attack.search.PackedGraph;
import java.util.Arrays;
import java.util.BitSet;

/**
 * What lies between entries and targets: the assets that can be reached and from which a target can be, numbered anew in
 * their order, with the steps among them. Behind them comes {@link #source()}, from which an edge without a step leads to
 * every entry.
 */
final class FlowGraph {
    /** The step of an edge from the source. */
    static final int NO_STEP = -1;

    private final int[] assets;
    private final int[] entries;
    private final BitSet targets = new BitSet();
    private final int[] firstOut;
    private final int[] ends;
    private final int[] starts;
    private final int[] steps;
    private final int[] firstIn;
    private final int[] in;

    /** Packs what lies between some nodes of a graph and others. */
    FlowGraph(PackedGraph graph, BitSet entries, BitSet targets) {
        BitSet between = forward(graph, entries);
        between.and(backward(graph, targets));
        assets = between.stream().toArray();
        this.entries = local(entries);
        Arrays.stream(local(targets)).forEach(this.targets::set);
        firstOut = new int[assets.length + 2];
        for (int at = 0; at < assets.length; at++) {
            firstOut[at + 1] = firstOut[at] + degree(graph, assets[at], between);
        }
        int edges = firstOut[assets.length] + this.entries.length;
        firstOut[assets.length + 1] = edges;
        ends = new int[edges];
        starts = new int[edges];
        steps = new int[edges];
        fill(graph, between);
        firstIn = new int[assets.length + 2];
        in = new int[edges];
        reverse();
    }

    private static BitSet forward(PackedGraph graph, BitSet from) {
        BitSet seen = (BitSet) from.clone();
        int[] open = Arrays.copyOf(from.stream().toArray(), Math.max(1, graph.size()));
        for (int done = 0, size = from.cardinality(); done < size; done++) {
            for (int step = graph.firstStep(open[done]); step < graph.firstStep(open[done] + 1); step++) {
                int next = graph.end(step);
                if (!seen.get(next)) {
                    seen.set(next);
                    open[size++] = next;
                }
            }
        }
        return seen;
    }

    private static BitSet backward(PackedGraph graph, BitSet from) {
        BitSet seen = (BitSet) from.clone();
        int[] open = Arrays.copyOf(from.stream().toArray(), Math.max(1, graph.size()));
        for (int done = 0, size = from.cardinality(); done < size; done++) {
            for (int i = graph.firstInto(open[done]); i < graph.firstInto(open[done] + 1); i++) {
                int next = graph.start(graph.into(i));
                if (!seen.get(next)) {
                    seen.set(next);
                    open[size++] = next;
                }
            }
        }
        return seen;
    }

    private int[] local(BitSet numbers) {
        return numbers.stream()
                .map(number -> Arrays.binarySearch(assets, number))
                .filter(at -> at >= 0)
                .toArray();
    }

    private static int degree(PackedGraph graph, int asset, BitSet between) {
        int degree = 0;
        for (int step = graph.firstStep(asset); step < graph.firstStep(asset + 1); step++) {
            degree += between.get(graph.end(step)) ? 1 : 0;
        }
        return degree;
    }

    private void fill(PackedGraph graph, BitSet between) {
        int[] locals = new int[graph.size()];
        for (int at = 0; at < assets.length; at++) {
            locals[assets[at]] = at;
        }
        int edge = 0;
        for (int at = 0; at < assets.length; at++) {
            for (int step = graph.firstStep(assets[at]); step < graph.firstStep(assets[at] + 1); step++) {
                if (between.get(graph.end(step))) {
                    set(edge++, at, locals[graph.end(step)], step);
                }
            }
        }
        for (int entry : entries) {
            set(edge++, source(), entry, NO_STEP);
        }
    }

    private void set(int edge, int start, int end, int step) {
        starts[edge] = start;
        ends[edge] = end;
        steps[edge] = step;
    }

    private void reverse() {
        for (int end : ends) {
            firstIn[end + 1]++;
        }
        for (int at = 0; at < size(); at++) {
            firstIn[at + 1] += firstIn[at];
        }
        int[] next = firstIn.clone();
        for (int edge = 0; edge < ends.length; edge++) {
            in[next[ends[edge]]++] = edge;
        }
    }

    /** The number of vertices, with the source. */
    int size() {
        return assets.length + 1;
    }

    int edgeCount() {
        return ends.length;
    }

    /** The vertex from which an edge leads to every entry. */
    int source() {
        return assets.length;
    }

    /** The entries from which a target can be reached. */
    int[] entries() {
        return entries;
    }

    /** The targets that can be reached. */
    BitSet targets() {
        return targets;
    }

    /** The node of a vertex in the graph it was taken from. */
    int asset(int vertex) {
        return assets[vertex];
    }

    /** The first edge that leaves a vertex; its last is the one before the first of the next. */
    int firstOut(int vertex) {
        return firstOut[vertex];
    }

    int end(int edge) {
        return ends[edge];
    }

    int start(int edge) {
        return starts[edge];
    }

    /** The step of an edge in the graph it was taken from. */
    int step(int edge) {
        return steps[edge];
    }

    int firstIn(int vertex) {
        return firstIn[vertex];
    }

    /** The edge at a place of the list of those that arrive. */
    int in(int place) {
        return in[place];
    }
}
