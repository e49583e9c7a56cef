package dev.throughline.mapping;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Numbers put into numbered buckets: two arrays, of the numbers and of where each bucket starts. The numbers in a bucket
 * are ascending and distinct.
 */
final class Buckets {
    private final int base;
    private final int[] starts;
    private final int[] values;

    private Buckets(int base, int[] starts, int[] values) {
        this.base = base;
        this.starts = starts;
        this.values = values;
    }

    int first(int bucket) {
        return isWithin(bucket) ? starts[bucket - base] : 0;
    }

    int end(int bucket) {
        return isWithin(bucket) ? starts[bucket - base + 1] : 0;
    }

    int size(int bucket) {
        return end(bucket) - first(bucket);
    }

    private boolean isWithin(int bucket) {
        return bucket >= base && bucket - base < starts.length - 1;
    }

    /** The buckets that hold anything, ascending. */
    int[] buckets() {
        return IntStream.range(base, base + starts.length - 1)
                .filter(bucket -> size(bucket) > 0)
                .toArray();
    }

    /** The numbers in a bucket. */
    IntStream of(int bucket) {
        return Arrays.stream(values, first(bucket), end(bucket));
    }

    /** The numbers of all buckets, one bucket after the other. */
    int[] values() {
        return values;
    }

    /** Pairs of a bucket and a number, both from 0, in any order. */
    static final class Builder {
        private long[] pairs = new long[16];
        private int size;

        void add(int bucket, int number) {
            if (size == pairs.length) {
                pairs = Arrays.copyOf(pairs, size + (size >> 1));
            }
            pairs[size++] = (long) bucket << 32 | number;
        }

        Buckets build() {
            Arrays.sort(pairs, 0, size); // takes linear time where they came nearly in order
            int base = size == 0 ? 0 : bucket(0);
            int[] starts = new int[size == 0 ? 1 : bucket(size - 1) - base + 2];
            int[] values = new int[size];
            int count = 0;
            for (int i = 0; i < size; i++) {
                if (i == 0 || pairs[i] != pairs[i - 1]) {
                    values[count++] = (int) pairs[i];
                    starts[bucket(i) - base + 1]++;
                }
            }
            for (int i = 1; i < starts.length; i++) {
                starts[i] += starts[i - 1];
            }
            return new Buckets(base, starts, Arrays.copyOf(values, count));
        }

        private int bucket(int pair) {
            return (int) (pairs[pair] >>> 32);
        }
    }
}
