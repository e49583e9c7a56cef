package dev.throughline.attack.search;

/**
 * How many steps searches may still look at: a budget of work that, unlike time, gives the same answer on every machine. About
 * ten million steps are a second. One effort may be shared by several searches, one after the other; it is for one
 * thread.
 */
public final class Effort {
    private long left;

    private Effort(long left) {
        this.left = left;
    }

    /**
     * No limit.
     *
     * @return an effort that is never spent
     */
    public static Effort unlimited() {
        return new Effort(Long.MAX_VALUE);
    }

    /**
     * A limit.
     *
     * @param steps how many steps may be looked at
     * @return a new effort
     * @throws IllegalArgumentException if the number is negative
     */
    public static Effort of(long steps) {
        if (steps < 0) {
            throw new IllegalArgumentException("an effort of " + steps + " steps");
        }
        return new Effort(steps);
    }

    /** Takes some steps, and says whether there were as many. Once there were not, there are none. */
    boolean spend(int steps) {
        left = left == Long.MAX_VALUE ? left : left - steps;
        return left >= 0;
    }

    /**
     * Whether a search needed more than there was, and so may have left something out.
     *
     * @return whether the limit was hit
     */
    public boolean isSpent() {
        return left < 0;
    }
}
