package dev.throughline.attack;

import java.util.Arrays;
import java.util.BitSet;

/**
 * A tree of shortest ways from an entry, in which the vertices below a vertex have consecutive numbers. It tells what is lost
 * when edges go, and looks for that only below those edges of the tree that do. For one thread.
 */
final class SpanningTree {
    private static final int NONE = -1;

    private final FlowGraph graph;
    private final int[] arrivedBy;
    private final int[] reached;
    private int size;
    private final int[] places;
    private final int[] vertices;
    private final int[] sizes;
    private final int[] open;
    private final BitSet gone = new BitSet();
    private final BitSet lost = new BitSet();

    SpanningTree(FlowGraph graph, int root) {
        this.graph = graph;
        arrivedBy = new int[graph.size()];
        reached = new int[graph.size()];
        sizes = new int[graph.size()];
        places = new int[graph.size()];
        vertices = new int[graph.size()];
        open = new int[graph.size()];
        Arrays.fill(arrivedBy, NONE);
        search(root);
        place(root);
    }

    private void search(int root) {
        BitSet seen = new BitSet();
        seen.set(root);
        reached[size++] = root;
        for (int done = 0; done < size; done++) {
            int at = reached[done];
            for (int edge = graph.firstOut(at); edge < graph.firstOut(at + 1); edge++) {
                int next = graph.end(edge);
                if (!seen.get(next)) {
                    seen.set(next);
                    arrivedBy[next] = edge;
                    reached[size++] = next;
                }
            }
        }
    }

    /** Gives each vertex a place, so that those below it follow it. */
    private void place(int root) {
        Arrays.fill(places, NONE);
        for (int i = size - 1; i > 0; i--) {
            sizes[reached[i]]++;
            sizes[graph.start(arrivedBy[reached[i]])] += sizes[reached[i]];
        }
        sizes[root]++;
        int[] free = new int[graph.size()];
        places[root] = 0;
        free[root] = 1;
        for (int i = 1; i < size; i++) {
            int at = reached[i];
            int parent = graph.start(arrivedBy[at]);
            places[at] = free[parent];
            free[parent] += sizes[at];
            free[at] = places[at] + 1;
        }
        for (int i = 0; i < size; i++) {
            vertices[places[reached[i]]] = reached[i];
        }
    }

    /** The number of targets that cannot be reached any more without some edges. */
    int targetsLostWithout(int[] edges) {
        lost.clear();
        for (int edge : edges) {
            int end = graph.end(edge);
            gone.set(edge);
            if (arrivedBy[end] == edge) {
                lost.set(places[end], places[end] + sizes[end]);
            }
        }
        for (int place = lost.nextSetBit(0); place >= 0; place = lost.nextSetBit(place + 1)) {
            if (isReachedOtherwise(vertices[place])) {
                recover(place);
            }
        }
        for (int edge : edges) {
            gone.clear(edge);
        }
        return (int) lost.stream()
                .filter(place -> graph.targets().get(vertices[place]))
                .count();
    }

    private boolean isReachedOtherwise(int vertex) {
        for (int i = graph.firstIn(vertex); i < graph.firstIn(vertex + 1); i++) {
            int place = places[graph.start(graph.in(i))];
            if (place != NONE && !lost.get(place) && !gone.get(graph.in(i))) {
                return true;
            }
        }
        return false;
    }

    private void recover(int place) {
        int count = 0;
        lost.clear(place);
        open[count++] = vertices[place];
        while (count > 0) {
            int at = open[--count];
            for (int edge = graph.firstOut(at); edge < graph.firstOut(at + 1); edge++) {
                int next = places[graph.end(edge)];
                if (lost.get(next) && !gone.get(edge)) {
                    lost.clear(next);
                    open[count++] = vertices[next];
                }
            }
        }
    }
}
