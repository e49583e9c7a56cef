package dev.throughline.attack;

import java.util.Arrays;

/**
 * Which vertices all ways from a root lead through: the dominator tree, by the semi-NCA algorithm of Georgiadis, Tarjan and
 * Werneck ("Finding Dominators in Practice", 2006), in O(E log V) and without recursion. Vertices are numbered here in the
 * order of a depth-first search, so a vertex comes after what dominates it.
 */
final class Dominators {
    private static final int UNREACHED = -1;

    private final FlowGraph graph;
    private final int[] order;
    private final int[] vertices;
    private final int[] dominators;
    private int size;

    // Of the algorithm: the parent in the search tree, then a compressed ancestor; the least semidominator on the way
    // there.
    private final int[] ancestors;
    private final int[] labels;
    private final int[] semi;
    private final int[] compressing;

    Dominators(FlowGraph graph, int root) {
        this.graph = graph;
        order = new int[graph.size()];
        vertices = new int[graph.size()];
        ancestors = new int[graph.size()];
        Arrays.fill(order, UNREACHED);
        search(root);
        dominators = Arrays.copyOf(ancestors, size);
        labels = new int[size];
        semi = new int[size];
        compressing = new int[size];
        for (int i = 0; i < size; i++) {
            labels[i] = i;
            semi[i] = i;
        }
        findSemidominators();
        for (int i = 1; i < size; i++) {
            while (dominators[i] > semi[i]) {
                dominators[i] = dominators[dominators[i]];
            }
        }
    }

    private void search(int root) {
        int[] path = new int[graph.size()];
        int[] edges = new int[graph.size()];
        int depth = 0;
        path[0] = root;
        edges[0] = graph.firstOut(root);
        number(root, 0);
        while (depth >= 0) {
            int at = path[depth];
            if (edges[depth] == graph.firstOut(at + 1)) {
                depth--;
                continue;
            }
            int next = graph.end(edges[depth]++);
            if (order[next] == UNREACHED) {
                number(next, order[at]);
                path[++depth] = next;
                edges[depth] = graph.firstOut(next);
            }
        }
    }

    private void number(int vertex, int parent) {
        order[vertex] = size;
        vertices[size] = vertex;
        ancestors[size] = parent;
        size++;
    }

    private void findSemidominators() {
        for (int i = size - 1; i > 0; i--) {
            semi[i] = ancestors[i];
            int vertex = vertices[i];
            for (int place = graph.firstIn(vertex); place < graph.firstIn(vertex + 1); place++) {
                int from = order[graph.start(graph.in(place))];
                if (from != UNREACHED) {
                    semi[i] = Math.min(semi[i], semi[least(from, i)]);
                }
            }
        }
    }

    /** Of the vertices on the way up from one to those not done yet, the one with the least semidominator. */
    private int least(int from, int current) {
        int depth = 0;
        int at = from;
        while (ancestors[at] > current) {
            compressing[depth++] = at;
            at = ancestors[at];
        }
        while (depth > 0) {
            int below = compressing[--depth];
            if (semi[labels[at]] < semi[labels[below]]) {
                labels[below] = labels[at];
            }
            ancestors[below] = ancestors[at];
            at = below;
        }
        return labels[from];
    }

    /** Adds, for each vertex, the number of targets that all ways from the root to them lead through it, itself excepted. */
    void countTargets(int[] counts) {
        int[] below = new int[size];
        for (int i = size - 1; i > 0; i--) {
            counts[vertices[i]] += below[i];
            below[dominators[i]] += below[i] + (graph.targets().get(vertices[i]) ? 1 : 0);
        }
    }

    /** The number of targets the root reaches, itself excepted. */
    int targets() {
        int targets = 0;
        for (int i = 1; i < size; i++) {
            targets += graph.targets().get(vertices[i]) ? 1 : 0;
        }
        return targets;
    }
}
