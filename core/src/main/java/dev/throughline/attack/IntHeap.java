package dev.throughline.attack;

import java.util.Arrays;

/** A binary heap of numbered items with a cost each; equal costs come in the order of the numbers. */
final class IntHeap {
    private final double[] costs;
    private final int[] places;
    private int[] heap = new int[64];
    private int size;

    /** Orders items by {@code costs}, which the owner changes only before {@link #push}. */
    IntHeap(double[] costs) {
        this.costs = costs;
        this.places = new int[costs.length];
        Arrays.fill(places, -1);
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Adds an item, or moves it up after its cost fell. */
    void push(int item) {
        int place = places[item];
        if (place < 0) {
            if (size == heap.length) {
                heap = Arrays.copyOf(heap, size * 2);
            }
            place = size++;
        }
        while (place > 0 && isBefore(item, heap[(place - 1) / 2])) {
            put(heap[(place - 1) / 2], place);
            place = (place - 1) / 2;
        }
        put(item, place);
    }

    int pop() {
        int top = heap[0];
        places[top] = -1;
        int last = heap[--size];
        if (size > 0) {
            int place = 0;
            for (int child = 1; child < size; child = 2 * place + 1) {
                if (child + 1 < size && isBefore(heap[child + 1], heap[child])) {
                    child++;
                }
                if (!isBefore(heap[child], last)) {
                    break;
                }
                put(heap[child], place);
                place = child;
            }
            put(last, place);
        }
        return top;
    }

    private void put(int item, int place) {
        heap[place] = item;
        places[item] = place;
    }

    private boolean isBefore(int a, int b) {
        int byCost = Double.compare(costs[a], costs[b]);
        return byCost < 0 || (byCost == 0 && a < b);
    }
}
