package dev.throughline.attack;

/** How likely an attacker who stands before a step succeeds in taking it. */
public enum Likelihood {
    /** Nothing to overcome: 0.95. */
    TRIVIAL(0.95),
    /** Known tools, no luck needed: 0.8. */
    EASY(0.8),
    /** Needs skill or favourable conditions: 0.5. */
    MODERATE(0.5),
    /** Needs much skill or luck: 0.2. */
    HARD(0.2);

    private final double probability;

    Likelihood(double probability) {
        this.probability = probability;
    }

    /**
     * The probability of success.
     *
     * @return 0 to 1
     */
    public double probability() {
        return probability;
    }

    /**
     * The next more likely class.
     *
     * @return the class above, or {@link #TRIVIAL}
     */
    public Likelihood raised() {
        return this == HARD ? MODERATE : this == MODERATE ? EASY : TRIVIAL;
    }

    /**
     * The next less likely class.
     *
     * @return the class below, or {@link #HARD}
     */
    public Likelihood lowered() {
        return this == TRIVIAL ? EASY : this == EASY ? MODERATE : HARD;
    }
}
