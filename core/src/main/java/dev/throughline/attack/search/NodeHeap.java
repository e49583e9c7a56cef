package dev.throughline.attack.search;

import java.util.Arrays;

/**
 * Numbers in the order of their lengths, those of equal length in the order of the numbers: a heap with four children to each
 * place. A number may be in it several times.
 */
final class NodeHeap {
    private long[] lengths = new long[256];
    private int[] nodes = new int[256];
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    void clear() {
        size = 0;
    }

    void push(long length, int node) {
        if (size == nodes.length) {
            lengths = Arrays.copyOf(lengths, size * 2);
            nodes = Arrays.copyOf(nodes, size * 2);
        }
        int place = size++;
        while (place > 0) {
            int parent = (place - 1) >> 2;
            if (!isBefore(length, node, parent)) {
                break;
            }
            lengths[place] = lengths[parent];
            nodes[place] = nodes[parent];
            place = parent;
        }
        lengths[place] = length;
        nodes[place] = node;
    }

    /** The least length; the heap is not empty. */
    long length() {
        return lengths[0];
    }

    /** Takes out the number of least length; the heap is not empty. */
    int pop() {
        int top = nodes[0];
        long length = lengths[--size];
        int node = nodes[size];
        int place = 0;
        for (int child = 1; child < size; child = 4 * place + 1) {
            int least = least(child);
            if (!isBefore(lengths[least], nodes[least], length, node)) {
                break;
            }
            lengths[place] = lengths[least];
            nodes[place] = nodes[least];
            place = least;
        }
        lengths[place] = length;
        nodes[place] = node;
        return top;
    }

    private int least(int firstChild) {
        int least = firstChild;
        int end = Math.min(firstChild + 4, size);
        for (int child = firstChild + 1; child < end; child++) {
            if (isBefore(lengths[child], nodes[child], least)) {
                least = child;
            }
        }
        return least;
    }

    private boolean isBefore(long length, int node, int place) {
        return isBefore(length, node, lengths[place], nodes[place]);
    }

    private static boolean isBefore(long length, int node, long otherLength, int otherNode) {
        return length < otherLength || (length == otherLength && node < otherNode);
    }
}
