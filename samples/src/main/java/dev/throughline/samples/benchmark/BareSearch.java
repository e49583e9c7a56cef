package dev.throughline.samples.benchmark;

import java.util.Arrays;

/** Searches as one would write them on bare arrays: a queue for hops, a binary heap with decreasing keys for weights. */
final class BareSearch {
    private final int[] offsets;
    private final int[] ends;
    private final double[] weights;

    BareSearch(RandomSteps steps) {
        offsets = new int[steps.nodes() + 1];
        ends = new int[steps.count()];
        weights = new double[steps.count()];
        for (int i = 0; i < steps.count(); i++) {
            offsets[steps.from(i) + 1]++;
        }
        for (int i = 0; i < steps.nodes(); i++) {
            offsets[i + 1] += offsets[i];
        }
        int[] next = offsets.clone();
        for (int i = 0; i < steps.count(); i++) {
            int place = next[steps.from(i)]++;
            ends[place] = steps.to(i);
            weights[place] = -Math.log(steps.probability(i));
        }
    }

    /** The node before each on a path of fewest steps; the entries are before themselves, -1 where there is no path. */
    int[] parentsByHops(int[] entries) {
        int[] parents = new int[offsets.length - 1];
        Arrays.fill(parents, -1);
        int[] queue = new int[parents.length];
        int tail = 0;
        for (int entry : entries) {
            parents[entry] = entry;
            queue[tail++] = entry;
        }
        for (int head = 0; head < tail; head++) {
            int at = queue[head];
            for (int i = offsets[at]; i < offsets[at + 1]; i++) {
                if (parents[ends[i]] < 0) {
                    parents[ends[i]] = at;
                    queue[tail++] = ends[i];
                }
            }
        }
        return parents;
    }

    /** The same for paths of least weight. */
    int[] parentsByWeight(int[] entries) {
        int[] parents = new int[offsets.length - 1];
        double[] distances = new double[parents.length];
        Arrays.fill(parents, -1);
        Arrays.fill(distances, Double.POSITIVE_INFINITY);
        Heap heap = new Heap(distances);
        for (int entry : entries) {
            parents[entry] = entry;
            distances[entry] = 0;
            heap.moveUp(entry);
        }
        while (heap.size > 0) {
            int at = heap.pop();
            for (int i = offsets[at]; i < offsets[at + 1]; i++) {
                double distance = distances[at] + weights[i];
                if (distance < distances[ends[i]]) {
                    distances[ends[i]] = distance;
                    parents[ends[i]] = at;
                    heap.moveUp(ends[i]);
                }
            }
        }
        return parents;
    }

    private static final class Heap {
        private final double[] distances;
        private final int[] nodes;
        private final int[] places;
        private int size;

        Heap(double[] distances) {
            this.distances = distances;
            this.nodes = new int[distances.length];
            this.places = new int[distances.length];
            Arrays.fill(places, -1);
        }

        void moveUp(int node) {
            int place = places[node] < 0 ? size++ : places[node];
            while (place > 0 && distances[node] < distances[nodes[(place - 1) / 2]]) {
                put(nodes[(place - 1) / 2], place);
                place = (place - 1) / 2;
            }
            put(node, place);
        }

        int pop() {
            int top = nodes[0];
            places[top] = -1;
            int node = nodes[--size];
            int place = 0;
            for (int child = 1; child < size; child = 2 * place + 1) {
                if (child + 1 < size && distances[nodes[child + 1]] < distances[nodes[child]]) {
                    child++;
                }
                if (distances[nodes[child]] >= distances[node]) {
                    break;
                }
                put(nodes[child], place);
                place = child;
            }
            put(node, place);
            return top;
        }

        private void put(int node, int place) {
            nodes[place] = node;
            places[node] = place;
        }
    }
}
