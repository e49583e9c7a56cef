package dev.throughline.store;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
 * @param reading hash of the last complete reading in the order its facts came, 1 to 64 characters: a reading with the
 *     same one has the same facts; null if it is not known
 * @param heldReading hash of a reading that is held back until a second one confirms it, 1 to 64 characters; null if none is
 */
public record PartitionState(
        String name,
        List<String> chunks,
        long facts,
        Instant observedAt,
        @Nullable String staleBecause,
        @Nullable String reading,
        @Nullable String heldReading) {
    private static final int MAX_HASH = 64;

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if the hash of a reading is empty or too long
     */
    public PartitionState {
        chunks = List.copyOf(chunks);
        checkHash(reading);
        checkHash(heldReading);
    }

    /**
     * A partition of whose readings no hash is known.
     *
     * @param name name of the partition
     * @param chunks hashes of its chunks, in the order of their facts
     * @param facts number of facts in them
     * @param observedAt when it was first read with exactly these facts
     * @param staleBecause why these facts are older than the snapshot; null if they are not
     */
    public PartitionState(
            String name, List<String> chunks, long facts, Instant observedAt, @Nullable String staleBecause) {
        this(name, chunks, facts, observedAt, staleBecause, null, null);
    }

    private static void checkHash(@Nullable String hash) {
        if (hash != null && (hash.isEmpty() || hash.length() > MAX_HASH)) {
            throw new IllegalArgumentException("the hash of a reading has 1 to " + MAX_HASH + " characters");
        }
    }

    /** The same facts, marked with the reason why no newer ones could be read. */
    PartitionState stale(String reason) {
        return new PartitionState(name, chunks, facts, observedAt, reason, reading, heldReading);
    }

    /** The same facts, although the source says something else, marked with the reason why it is not believed yet. */
    PartitionState held(String reason, String answer) {
        return new PartitionState(
                name,
                chunks,
                facts,
                observedAt,
                reason + ", which is held back until a second reading says so too",
                reading,
                answer);
    }

    /** The same facts, read again just now. */
    PartitionState confirmed(@Nullable String again) {
        return new PartitionState(name, chunks, facts, observedAt, null, again, null);
    }

    /** Whether this says the same as another, apart from when, and from the order in which it was read. */
    boolean saysTheSameAs(PartitionState other) {
        return name.equals(other.name)
                && chunks.equals(other.chunks)
                && facts == other.facts
                && Objects.equals(staleBecause, other.staleBecause)
                && Objects.equals(heldReading, other.heldReading);
    }
}
