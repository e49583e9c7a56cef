package dev.throughline.model;

/** Sorts by small numbers in linear time, whatever their distribution. */
final class CountingSort {
    private CountingSort() {}

    /** Where each number from 0 to {@code range} would begin, were the numbers sorted. */
    static int[] starts(int[] numbers, int range) {
        int[] counts = new int[range + 1];
        for (int number : numbers) {
            counts[number + 1]++;
        }
        return summed(counts);
    }

    /** The positions 0, 1, … in the order of the numbers they hold, equal ones in the order of the positions. */
    static int[] positions(int[] numbers, int[] starts) {
        int[] next = starts.clone();
        int[] sorted = new int[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            sorted[next[numbers[i]]++] = i;
        }
        return sorted;
    }

    /** Some positions, sorted anew by the numbers below {@code range} they hold; equal ones stay in their order. */
    static int[] sorted(int[] positions, int[] numbers, int range) {
        int[] counts = new int[range + 1];
        for (int i : positions) {
            counts[numbers[i] + 1]++;
        }
        int[] next = summed(counts);
        int[] sorted = new int[positions.length];
        for (int i : positions) {
            sorted[next[numbers[i]]++] = i;
        }
        return sorted;
    }

    private static int[] summed(int[] counts) {
        for (int i = 1; i < counts.length; i++) {
            counts[i] += counts[i - 1];
        }
        return counts;
    }
}
