package dev.throughline.graph;

/** How long the fault tests go on: a short while every day, and as long as the profile {@code soak} says. */
final class Soak {
    /** Everything that a fault test does by chance follows from this number. */
    static final long SEED = Long.getLong("throughline.seed", 20_261_122);

    private Soak() {}

    /**
     * How many rounds there are.
     *
     * @param of what, as in {@code -Dthroughline.clientKills=200}
     * @param everyday how many if nothing is said
     */
    static int rounds(String of, int everyday) {
        return Integer.getInteger("throughline." + of, everyday);
    }
}
