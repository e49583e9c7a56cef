package dev.throughline.store;

import dev.throughline.model.Scope;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A store in memory, gone with the process: for tests, and for programs that only want an answer. */
public final class InMemoryRiskStore implements RiskStore {
    private final Clock clock;
    private final Map<String, Chunk> chunks = new HashMap<>();
    private final Map<Scope, Snapshot> heads = new TreeMap<>();
    private final Map<Scope, Instant> seen = new HashMap<>();
    private final Map<String, Object> published = new HashMap<>();
    private @Nullable Publication publication;

    /** Makes an empty store. */
    public InMemoryRiskStore() {
        this(Clock.systemUTC());
    }

    /**
     * Makes an empty store with a clock of its own.
     *
     * @param clock tells the times of commits
     */
    public InMemoryRiskStore(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized List<Snapshot> heads() {
        return List.copyOf(heads.values());
    }

    @Override
    public synchronized Optional<Snapshot> head(Scope scope) {
        return Optional.ofNullable(heads.get(scope));
    }

    @Override
    public synchronized Set<String> missing(Collection<String> hashes) {
        Set<String> missing = new HashSet<>(hashes);
        missing.removeAll(chunks.keySet());
        return missing;
    }

    @Override
    public synchronized void write(Collection<Chunk> written) {
        written.forEach(chunk -> chunks.putIfAbsent(chunk.hash(), chunk));
    }

    @Override
    public synchronized Snapshot commit(Snapshot draft, long expectedRun) {
        Snapshot head = heads.get(draft.scope());
        long actual = head == null ? 0 : head.run();
        if (actual != expectedRun) {
            throw new ConflictException(draft.scope(), expectedRun, actual);
        }
        Instant now = clock.instant();
        Snapshot committed =
                new Snapshot(draft.scope(), actual + 1, draft.partitions(), draft.listingIncompleteBecause(), now);
        heads.put(draft.scope(), committed);
        seen.put(draft.scope(), now);
        return committed;
    }

    @Override
    public synchronized void seen(Scope scope) {
        seen.put(scope, clock.instant());
    }

    @Override
    public synchronized Optional<Instant> lastSeen(Scope scope) {
        return Optional.ofNullable(seen.get(scope));
    }

    @Override
    public void read(Collection<String> hashes, Consumer<Chunk> consumer) {
        for (String hash : new HashSet<>(hashes)) {
            Chunk chunk;
            synchronized (this) {
                chunk = chunks.get(hash);
            }
            if (chunk == null) {
                throw new StoreException("chunk " + hash + " is not stored", null);
            }
            consumer.accept(chunk);
        }
    }

    @Override
    public synchronized Publication publish(Projection projection) {
        Map<String, Object> next = new LinkedHashMap<>();
        long nodes = 0;
        for (Projection.ProjectedNode node : projection.nodes()) {
            next.put(node.id(), node);
            nodes++;
        }
        long relationships = 0;
        for (Projection.ProjectedRelationship relationship : projection.relationships()) {
            next.put(
                    String.join(
                            "\n",
                            relationship.from(),
                            relationship.type(),
                            relationship.to(),
                            relationship.discriminator()),
                    relationship);
            relationships++;
        }
        long kept = next.entrySet().stream()
                .filter(e -> e.getValue().equals(published.get(e.getKey())))
                .count();
        long removed =
                published.keySet().stream().filter(k -> !next.containsKey(k)).count();
        published.clear();
        published.putAll(next);
        publication = new Publication(
                projection.version(),
                projection.assessedAt(),
                true,
                nodes,
                relationships,
                next.size() - kept + removed);
        return publication;
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
}
