package dev.throughline.fact;

import java.util.List;

/**
 * The partitions a source has now. Whoever asked for it closes it when the last of them was read.
 *
 * @param partitions the partitions; their names are distinct
 * @param completeness whether these are all. Partitions that the scope had before and that are missing here are given up
 *     only if the listing is {@linkplain Completeness.Complete complete}
 * @param end gives back what was held for reading the partitions, as temporary files; may run more than once
 */
public record Listing(List<Partition> partitions, Completeness completeness, Runnable end) implements AutoCloseable {
    /** Copies the list. */
    public Listing {
        partitions = List.copyOf(partitions);
    }

    /**
     * A listing for which nothing is held.
     *
     * @param partitions the partitions
     * @param completeness whether these are all
     */
    public Listing(List<Partition> partitions, Completeness completeness) {
        this(partitions, completeness, () -> {});
    }

    /**
     * A listing that is known to be complete, and for which nothing is held.
     *
     * @param partitions the partitions
     * @return the listing
     */
    public static Listing complete(List<? extends Partition> partitions) {
        return new Listing(List.copyOf(partitions), Completeness.complete());
    }

    /** Gives back what was held; the partitions are not read any more. */
    @Override
    public void close() {
        end.run();
    }
}
