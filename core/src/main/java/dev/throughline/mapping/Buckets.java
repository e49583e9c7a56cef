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

        /** By counting, so in linear time; only what is in one bucket is sorted. */
        Buckets build() {
            int base = Integer.MAX_VALUE;
            int last = -1;
            for (int i = 0; i < size; i++) {
                base = Math.min(base, bucket(i));
                last = Math.max(last, bucket(i));
            }
            if (size == 0) {
                return new Buckets(0, new int[1], new int[0]);
            }
            int[] ends = new int[last - base + 2];
            for (int i = 0; i < size; i++) {
                ends[bucket(i) - base + 1]++;
            }
            for (int i = 1; i < ends.length; i++) {
                ends[i] += ends[i - 1];
            }
            int[] values = new int[size];
            for (int i = 0; i < size; i++) {
                values[ends[bucket(i) - base]++] = (int) pairs[i];
            }
            return distinct(base, ends, values);
        }

        private int bucket(int pair) {
            return (int) (pairs[pair] >>> 32);
        }

        /** Takes the place where each bucket ends, the next one's start; the last has no bucket. */
        private static Buckets distinct(int base, int[] ends, int[] values) {
            int[] starts = new int[ends.length];
            int count = 0;
            for (int bucket = 0; bucket < ends.length - 1; bucket++) {
                int first = bucket == 0 ? 0 : ends[bucket - 1];
                Arrays.sort(values, first, ends[bucket]);
                starts[bucket] = count;
                for (int i = first; i < ends[bucket]; i++) {
                    if (i == first || values[i] != values[i - 1]) {
                        values[count++] = values[i];
                    }
                }
            }
            starts[ends.length - 1] = count;
            return new Buckets(base, starts, Arrays.copyOf(values, count));
        }
    }
}
