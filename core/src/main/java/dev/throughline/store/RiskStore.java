package dev.throughline.store;

import dev.throughline.model.Scope;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Holds the record and its queryable projection, for one tenant.
 *
 * <p>Implementations keep these promises, which {@code RiskStoreContract} in the test jar tests: a committed snapshot is
 * never lost; readers see the head before a commit or after it, never between; writing a chunk again changes nothing;
 * of two writers that started from the same head, one commits and the other gets a {@link ConflictException}.
 *
 * <p>Safe for use by several threads. Every method may throw {@link StoreException} if the store cannot be reached.
 */
public interface RiskStore extends AutoCloseable {
    /**
     * The heads of all scopes, ordered by scope, as of one moment.
     *
     * @return the snapshots
     */
    List<Snapshot> heads();

    /**
     * The head of a scope.
     *
     * @param scope a scope
     * @return its newest snapshot, if it was ever committed
     */
    Optional<Snapshot> head(Scope scope);

    /**
     * Tells which chunks are not stored yet.
     *
     * @param hashes hashes of chunks
     * @return those the store does not hold
     */
    Set<String> missing(Collection<String> hashes);

    /**
     * Stores chunks. What is stored already is left as it is.
     *
     * @param chunks the chunks; a few megabytes at a time
     */
    void write(Collection<Chunk> chunks);

    /**
     * Makes a snapshot the head of its scope.
     *
     * @param draft the snapshot; every chunk it names is stored
     * @param expectedRun run of the head it was made from; 0 if there was none
     * @return the snapshot with its run number and time
     * @throws ConflictException if the head is another
     */
    Snapshot commit(Snapshot draft, long expectedRun);

    /**
     * Takes note that a scope was read and had not changed.
     *
     * @param scope the scope
     */
    void seen(Scope scope);

    /**
     * When a scope was last read, changed or not.
     *
     * @param scope a scope
     * @return the time by the clock of the store, if it was ever read
     */
    Optional<Instant> lastSeen(Scope scope);

    /**
     * Reads chunks.
     *
     * @param hashes hashes of stored chunks
     * @param consumer takes each chunk once, in no particular order
     * @throws StoreException if a chunk is not stored
     */
    void read(Collection<String> hashes, Consumer<Chunk> consumer);

    /**
     * Brings the queryable projection to one version.
     *
     * @param projection what is to be there afterwards
     * @return what was changed
     */
    Publication publish(Projection projection);

    /**
     * The version the projection shows.
     *
     * @return the version, if anything was ever published
     */
    Optional<Publication> published();

    /**
     * Where people find this store.
     *
     * @return for example an address or a directory
     */
    String location();

    @Override
    void close();
}
