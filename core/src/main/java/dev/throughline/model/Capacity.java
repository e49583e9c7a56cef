package dev.throughline.model;

/** How far arrays grow: numbers are ints, so there is an end. */
final class Capacity {
    /** The longest array that every virtual machine can make. */
    static final int MOST = Integer.MAX_VALUE - 8;

    private Capacity() {}

    /**
     * The length for an array that is full.
     *
     * @throws IllegalStateException if it cannot be longer
     */
    static int beyond(int length, String things) {
        check(length + 1L, things);
        return (int) Math.min(MOST, 16L + length + (length >> 1));
    }

    /** Refuses a number that no array can hold. */
    static int check(long length, String things) {
        if (length > MOST) {
            throw new IllegalStateException("a graph holds at most " + MOST + " " + things);
        }
        return (int) length;
    }
}
