package dev.throughline.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a snapshot holds of one partition.
 *
 * @param name name of the partition
 * @param chunks hashes of its chunks, in the order of their facts
 * @param facts number of facts in them
 * @param observedAt when it was first read with exactly these facts
 * @param staleBecause why these facts are older than the snapshot: the reason its last reading was not complete; null if
 *     it was
 */
public record PartitionState(
        String name,
        List<String> chunks,
        long facts,
        Instant observedAt,
        @Nullable String staleBecause) {
    /** Copies the list. */
    public PartitionState {
        chunks = List.copyOf(chunks);
    }

    /** The same facts, marked with the reason why no newer ones could be read. */
    PartitionState stale(String reason) {
        return new PartitionState(name, chunks, facts, observedAt, reason);
    }
}
