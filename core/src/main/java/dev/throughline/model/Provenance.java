package dev.throughline.model;

import java.time.Instant;
import java.util.Comparator;

/**
 * Who said a fact, and when.
 *
 * @param scope scope that said it
 * @param partition part of the scope, such as a file or a repository
 * @param observedAt when the partition was first read with this content
 */
public record Provenance(Scope scope, String partition, Instant observedAt) implements Comparable<Provenance> {
    private static final Comparator<Provenance> NEWEST_FIRST = Comparator.comparing(Provenance::observedAt)
            .reversed()
            .thenComparing(Provenance::scope)
            .thenComparing(Provenance::partition);

    /** Newest first; ties by scope, then partition. */
    @Override
    public int compareTo(Provenance other) {
        return NEWEST_FIRST.compare(this, other);
    }

    @Override
    public String toString() {
        return scope + " " + partition;
    }
}
