package dev.throughline.store;

import dev.throughline.model.Scope;
import java.time.Duration;
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
 * only who holds the lease of a scope can move its head; no chunk goes that a kept run names. Leases and times are told by
 * one clock, that of the store.
 *
 * <p>Safe for use by several threads. Every method may throw {@link StoreException} if the store cannot be reached.
 */
public interface RiskStore extends AutoCloseable {
    /**
     * The heads of all scopes, ordered by scope, as of one moment.
     *
     * @return the snapshots, without those that {@linkplain Snapshot#saysNothing() say nothing}
     */
    List<Snapshot> heads();

    /**
     * What the heads of all scopes were, ordered by scope. For a time that is past by more than a commit takes, the answer is
     * always the same.
     *
     * @param time a time by the clock of the store
     * @return of each scope the newest snapshot that was committed at or before that time, if there was one; without those
     *     that {@linkplain Snapshot#saysNothing() say nothing}
     * @throws HistoryCollectedException if the snapshot that a scope had then was {@linkplain #collect collected}
     */
    List<Snapshot> headsAt(Instant time);

    /**
     * The head of a scope.
     *
     * @param scope a scope
     * @return its newest snapshot, if it was ever committed, also if it {@linkplain Snapshot#saysNothing() says nothing}
     */
    Optional<Snapshot> head(Scope scope);

    /**
     * When a scope was last read, changed or not.
     *
     * @param scope a scope
     * @return the time by the clock of the store, if it was ever read
     */
    Optional<Instant> lastSeen(Scope scope);

    /**
     * Takes the right to commit a scope.
     *
     * @param scope the scope
     * @param time how long others must leave it alone from now on, if the lease is not renewed
     * @return the lease
     * @throws ScopeBusyException if another writer holds it
     */
    Lease lease(Scope scope, Duration time);

    /**
     * Keeps a lease for longer. One whose time is over is held again if nobody took it meanwhile.
     *
     * @param lease the lease
     * @param time how long others must leave the scope alone from now on
     * @throws ConflictException if it is not held any more
     */
    void renew(Lease lease, Duration time);

    /**
     * Makes a snapshot the head of its scope, and ends the lease. A lease whose time is over may still commit if nobody took
     * it meanwhile. A snapshot that {@linkplain Snapshot#saysNothing() says nothing} retracts the scope.
     *
     * @param draft the snapshot; every chunk it names is stored
     * @param lease lease of the same scope
     * @return the snapshot with its run number, and with its time, which is never before that of an earlier commit
     * @throws ConflictException if the lease is not held any more, or a chunk was collected since it was found to be stored;
     *     in the latter case the lease is held on
     */
    Snapshot commit(Snapshot draft, Lease lease);

    /**
     * Takes note that a scope was read and had not changed, and ends the lease.
     *
     * @param lease lease of the scope
     * @throws ConflictException if another writer took it since
     */
    void seen(Lease lease);

    /**
     * Ends a lease, unless it is not held any more.
     *
     * @param lease the lease
     */
    void release(Lease lease);

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
     * Reads chunks.
     *
     * @param hashes hashes of stored chunks
     * @param consumer takes each chunk once, in no particular order
     * @throws StoreException if a chunk is not stored
     */
    void read(Collection<String> hashes, Consumer<Chunk> consumer);

    /**
     * Forgets history, and removes what nobody needs any more. Heads stay, and so does everything {@link #headsAt} needs for
     * that time and later ones. Others may read and write meanwhile; who reads an older snapshot may miss its chunks then.
     *
     * @param keepSince runs that were superseded before this time are removed; then chunks that no run names and that were
     *     written more than a day ago, so that they do not belong to a snapshot still to be committed
     * @return what was removed
     */
    Collected collect(Instant keepSince);

    /**
     * Brings the queryable projection to one version, by writing what differs from the version it shows. Finishes what a
     * crash left half-way.
     *
     * <p>Nodes of the projection, and relationships of the model's types between them, belong to the projection. What
     * people add under labels, types and property names of their own stays, and so do relationships to nodes of their own.
     *
     * @param projection what is to be there afterwards; the store may keep it until the next publish
     * @return what was changed
     * @throws IllegalArgumentException if the projection is out of order, holds something twice, a name that is not of the
     *     model or a value that is no property, or has a relationship without its ends
     */
    Publication publish(Projection projection);

    /**
     * Brings the queryable projection to one version as {@link #publish} does, but takes nothing on trust: every element
     * is looked at and written anew in its place, what is missing is made, and what does not belong is removed. For when
     * somebody has changed what was published.
     *
     * @param projection what is to be there afterwards; the store may keep it until the next publish
     * @return what was written, which is everything
     * @throws IllegalArgumentException as {@link #publish}
     */
    Publication rebuild(Projection projection);

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
