package dev.throughline.fact;

import java.util.List;

/**
 * The partitions a source has now.
 *
 * @param partitions the partitions; their names are distinct
 * @param completeness whether these are all. Partitions that the scope had before and that are missing here are given up
 *     only if the listing is {@linkplain Completeness.Complete complete}
 */
public record Listing(List<Partition> partitions, Completeness completeness) {
    /** Copies the list. */
    public Listing {
        partitions = List.copyOf(partitions);
    }

    /**
     * A listing that is known to be complete.
     *
     * @param partitions the partitions
     * @return the listing
     */
    public static Listing complete(List<? extends Partition> partitions) {
        return new Listing(List.copyOf(partitions), Completeness.complete());
    }
}
