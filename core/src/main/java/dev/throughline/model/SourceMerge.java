package dev.throughline.model;

/** The sources of a graph, in their order, and the numbers they had while it was built. */
final class SourceMerge {
    private final Provenance[] sources;
    private final int[] after;

    /** Takes over sorted sources, and for each number they had before the one they have now, or -1. */
    SourceMerge(Provenance[] sources, int[] after) {
        this.sources = sources;
        this.after = after;
    }

    Provenance[] sources() {
        return sources;
    }

    /** The number of a source in the new graph, from the one it had while the graph was built; -1 if forgotten. */
    int after(int number) {
        return after[number];
    }

    boolean isForgotten(int number) {
        return after[number] < 0;
    }
}
