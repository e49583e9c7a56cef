package dev.throughline.store;

import dev.throughline.model.Scope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A store in memory, gone with the process: for tests, and for programs that only want an answer. */
public final class InMemoryRiskStore implements RiskStore {
    /** How long chunks stay that no run names: longer than it takes to read a source. */
    private static final Duration GRACE = Duration.ofDays(1);

    private final Clock clock;
    private final Map<String, Stored> chunks = new HashMap<>();
    private final Map<Scope, ScopeRecord> scopes = new TreeMap<>();
    private Projection shown = new Projection("", Instant.EPOCH, List.of(), List.of());
    private @Nullable Publication publication;
    private Instant lastCommit = Instant.MIN;

    /** Makes an empty store. */
    public InMemoryRiskStore() {
        this(Clock.systemUTC());
    }

    /**
     * Makes an empty store with a clock of its own.
     *
     * @param clock tells the times of commits, and how long leases are held
     */
    public InMemoryRiskStore(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized List<Snapshot> heads() {
        return saying(ScopeRecord::head);
    }

    @Override
    public synchronized List<Snapshot> headsAt(Instant time) {
        return saying(scope -> scope.headAt(time));
    }

    private List<Snapshot> saying(Function<ScopeRecord, Optional<Snapshot>> head) {
        return scopes.values().stream()
                .flatMap(scope -> head.apply(scope).stream())
                .filter(snapshot -> !snapshot.saysNothing())
                .toList();
    }

    @Override
    public synchronized Optional<Snapshot> head(Scope scope) {
        return Optional.ofNullable(scopes.get(scope)).flatMap(ScopeRecord::head);
    }

    @Override
    public synchronized Optional<Instant> lastSeen(Scope scope) {
        return Optional.ofNullable(scopes.get(scope)).flatMap(ScopeRecord::lastSeen);
    }

    @Override
    public synchronized Lease lease(Scope scope, Duration time) {
        return scopes.computeIfAbsent(scope, ScopeRecord::new).lease(clock.instant(), time);
    }

    @Override
    public synchronized void renew(Lease lease, Duration time) {
        recordOf(lease).renew(lease, clock.instant().plus(time));
    }

    @Override
    public synchronized Snapshot commit(Snapshot draft, Lease lease) {
        ScopeRecord scope = recordOf(lease);
        scope.checkHeld(lease);
        for (PartitionState partition : draft.partitions()) {
            for (String hash : partition.chunks()) {
                if (!chunks.containsKey(hash)) {
                    throw ConflictException.chunkMissing(draft.scope(), hash);
                }
            }
        }
        Instant now = clock.instant();
        lastCommit = now.isBefore(lastCommit) ? lastCommit : now;
        return scope.commit(draft, lease, lastCommit);
    }

    @Override
    public synchronized void seen(Lease lease) {
        recordOf(lease).seen(lease, clock.instant());
    }

    @Override
    public synchronized void release(Lease lease) {
        recordOf(lease).release(lease);
    }

    private ScopeRecord recordOf(Lease lease) {
        return scopes.computeIfAbsent(lease.scope(), ScopeRecord::new);
    }

    @Override
    public synchronized Collected collect(Instant keepSince) {
        long runs = scopes.values().stream()
                .mapToLong(scope -> scope.forget(keepSince))
                .sum();
        Set<String> named = new HashSet<>();
        scopes.values().forEach(scope -> scope.chunks().forEach(named::add));
        Instant youngest = clock.instant().minus(GRACE);
        int before = chunks.size();
        chunks.values().removeIf(stored -> !named.contains(stored.chunk.hash()) && stored.writtenAt.isBefore(youngest));
        return new Collected(runs, before - chunks.size());
    }

    @Override
    public synchronized Set<String> missing(Collection<String> hashes) {
        Set<String> missing = new HashSet<>(hashes);
        missing.removeAll(chunks.keySet());
        return missing;
    }

    @Override
    public synchronized void write(Collection<Chunk> written) {
        Instant now = clock.instant();
        written.forEach(chunk -> chunks.putIfAbsent(chunk.hash(), new Stored(chunk, now)));
    }

    @Override
    public void read(Collection<String> hashes, Consumer<Chunk> consumer) {
        for (String hash : new HashSet<>(hashes)) {
            Stored stored;
            synchronized (this) {
                stored = chunks.get(hash);
            }
            if (stored == null) {
                throw new StoreException("chunk " + hash + " is not stored", null);
            }
            consumer.accept(stored.chunk);
        }
    }

    @Override
    public synchronized Publication publish(Projection projection) {
        ProjectionDifference difference = projection.since(shown);
        shown = projection;
        publication = new Publication(
                projection.version(),
                projection.assessedAt(),
                true,
                difference.nodes().size(),
                difference.relationships().size(),
                difference.changes());
        return publication;
    }

    /** {@inheritDoc} Here nothing can have gone wrong, so it is a publish like any other. */
    @Override
    public Publication rebuild(Projection projection) {
        return publish(projection);
    }

    @Override
    public synchronized Optional<Publication> published() {
        return Optional.ofNullable(publication);
    }

    @Override
    public String location() {
        return "memory";
    }

    @Override
    public void close() {}

    private record Stored(Chunk chunk, Instant writtenAt) {}
}
