package dev.throughline.explore;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** Links between numbered assets, in compressed sparse rows in both directions. */
final class PackedLinks {
    private final int[] offsetsOut;
    private final int[] targets;
    private final int[] offsetsIn;
    private final int[] sources;

    /** Of pairs, each with its start in the upper half and its end in the lower one; they are sorted in place. */
    PackedLinks(int size, long[] pairs) {
        Arrays.sort(pairs);
        offsetsOut = new int[size + 1];
        offsetsIn = new int[size + 1];
        targets = new int[pairs.length];
        sources = new int[pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            targets[i] = (int) pairs[i];
            offsetsOut[start(pairs[i]) + 1]++;
            offsetsIn[targets[i] + 1]++;
        }
        for (int i = 0; i < size; i++) {
            offsetsOut[i + 1] += offsetsOut[i];
            offsetsIn[i + 1] += offsetsIn[i];
        }
        int[] next = Arrays.copyOf(offsetsIn, size);
        for (long pair : pairs) {
            sources[next[(int) pair]++] = start(pair);
        }
    }

    static long pair(int from, int to) {
        return ((long) from << Integer.SIZE) | to;
    }

    private static int start(long pair) {
        return (int) (pair >>> Integer.SIZE);
    }

    void visitTargets(int from, IntConsumer visitor) {
        for (int i = offsetsOut[from]; i < offsetsOut[from + 1]; i++) {
            visitor.accept(targets[i]);
        }
    }

    void visitSources(int to, IntConsumer visitor) {
        for (int i = offsetsIn[to]; i < offsetsIn[to + 1]; i++) {
            visitor.accept(sources[i]);
        }
    }
}
