package dev.throughline.attack;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The cheapest vertices without which no target can be reached: by Menger's theorem as large as the greatest flow through
 * vertices that let through what they cost, found by Dinic's algorithm. Of equally cheap cuts it is the one nearest to the
 * entries. Each vertex is split in two nodes, an arc between which carries the cost. Without recursion; for one thread.
 */
final class VertexCut {
    private static final int NONE = -1;

    private final FlowGraph graph;
    private final int sink;
    private final int[] firstArcs;
    private final int[] arcs;
    private final int[] heads;
    private final long[] capacities;
    private final int[] levels;
    private final int[] next;

    private VertexCut(FlowGraph graph, long[] costs) {
        this.graph = graph;
        sink = 2 * graph.size();
        int vertices = graph.size();
        int count = 2 * (vertices + graph.edgeCount() + graph.targets().cardinality());
        heads = new int[count];
        capacities = new long[count];
        fill(costs);
        firstArcs = new int[sink + 2];
        arcs = new int[count];
        sortArcs();
        levels = new int[sink + 1];
        next = new int[sink + 1];
    }

    /**
     * Finds the cut.
     *
     * @param costs what it costs to cut each vertex, 1 or more
     * @return the vertices
     */
    static BitSet of(FlowGraph graph, long[] costs) {
        VertexCut cut = new VertexCut(graph, costs);
        while (cut.level()) {
            cut.block();
        }
        return cut.vertices();
    }

    /** Arcs come in pairs: one that is even, and its way back. */
    private void fill(long[] costs) {
        long all = Long.MAX_VALUE / 4;
        int arc = 0;
        for (int vertex = 0; vertex < graph.size(); vertex++) {
            arc = add(arc, inner(vertex), outer(vertex), vertex == graph.source() ? all : costs[vertex]);
        }
        for (int edge = 0; edge < graph.edgeCount(); edge++) {
            arc = add(arc, outer(graph.start(edge)), inner(graph.end(edge)), all);
        }
        for (int target = graph.targets().nextSetBit(0);
                target >= 0;
                target = graph.targets().nextSetBit(target + 1)) {
            arc = add(arc, outer(target), sink, all);
        }
    }

    private int add(int arc, int from, int to, long capacity) {
        heads[arc] = to;
        heads[arc + 1] = from;
        capacities[arc] = capacity;
        return arc + 2;
    }

    private static int inner(int vertex) {
        return 2 * vertex;
    }

    private static int outer(int vertex) {
        return 2 * vertex + 1;
    }

    private void sortArcs() {
        for (int arc = 0; arc < heads.length; arc++) {
            firstArcs[heads[arc ^ 1] + 1]++;
        }
        for (int node = 0; node <= sink; node++) {
            firstArcs[node + 1] += firstArcs[node];
        }
        int[] free = firstArcs.clone();
        for (int arc = 0; arc < heads.length; arc++) {
            arcs[free[heads[arc ^ 1]]++] = arc;
        }
    }

    /** Finds how far each node is from the source, over arcs that have capacity left; whether the sink can be reached. */
    private boolean level() {
        Arrays.fill(levels, NONE);
        int[] open = new int[levels.length];
        int size = 0;
        levels[inner(graph.source())] = 0;
        open[size++] = inner(graph.source());
        for (int done = 0; done < size; done++) {
            for (int i = firstArcs[open[done]]; i < firstArcs[open[done] + 1]; i++) {
                int head = heads[arcs[i]];
                if (capacities[arcs[i]] > 0 && levels[head] == NONE) {
                    levels[head] = levels[open[done]] + 1;
                    open[size++] = head;
                }
            }
        }
        return levels[sink] != NONE;
    }

    /** Sends flow along shortest ways until each of them is blocked. */
    private void block() {
        System.arraycopy(firstArcs, 0, next, 0, next.length);
        int[] path = new int[levels.length];
        int depth = 0;
        int at = inner(graph.source());
        while (true) {
            if (at == sink) {
                depth = send(path, depth);
                at = heads[path[depth] ^ 1];
            }
            int arc = advance(at);
            if (arc != NONE) {
                path[depth++] = arc;
                at = heads[arc];
            } else if (depth == 0) {
                return;
            } else {
                levels[at] = NONE; // a dead end
                at = heads[path[--depth] ^ 1];
            }
        }
    }

    private int advance(int at) {
        for (; next[at] < firstArcs[at + 1]; next[at]++) {
            int arc = arcs[next[at]];
            if (capacities[arc] > 0 && levels[heads[arc]] == levels[at] + 1) {
                return arc;
            }
        }
        return NONE;
    }

    /** Sends what fits through a path, and returns how much of it is left before the first arc that is full. */
    private int send(int[] path, int depth) {
        long flow = Long.MAX_VALUE;
        for (int i = 0; i < depth; i++) {
            flow = Math.min(flow, capacities[path[i]]);
        }
        int full = depth;
        for (int i = depth - 1; i >= 0; i--) {
            capacities[path[i]] -= flow;
            capacities[path[i] ^ 1] += flow;
            full = capacities[path[i]] == 0 ? i : full;
        }
        return full;
    }

    /** Those whose one half can still be reached from the source, and the other cannot. */
    private BitSet vertices() {
        BitSet cut = new BitSet();
        for (int vertex = 0; vertex < graph.source(); vertex++) {
            if (levels[inner(vertex)] != NONE && levels[outer(vertex)] == NONE) {
                cut.set(vertex);
            }
        }
        return cut;
    }
}
