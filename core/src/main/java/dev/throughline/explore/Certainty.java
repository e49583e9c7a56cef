package dev.throughline.explore;

/**
 * The two readings of a condition. One that holds is {@link #SURE}; one that holds, or cannot be told, is
 * {@link #POSSIBLE}. A negation is sure where what it denies is not even possible, so three-valued logic is computed with
 * two sets.
 */
public enum Certainty {
    /** It holds. */
    SURE,
    /** It holds, or cannot be told. */
    POSSIBLE;

    /**
     * The reading of what a negation denies.
     *
     * @return the other one
     */
    public Certainty opposite() {
        return this == SURE ? POSSIBLE : SURE;
    }
}
