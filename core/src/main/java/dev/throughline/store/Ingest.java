package dev.throughline.store;

import dev.throughline.fact.Completeness;
import dev.throughline.fact.Connector;
import dev.throughline.fact.Listing;
import dev.throughline.fact.Partition;
import dev.throughline.fact.Progress;
import dev.throughline.fact.Rejection;
import dev.throughline.fact.SourceException;
import dev.throughline.model.Scope;
import dev.throughline.model.Text;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one scope into the record. First the chunks are written that the store does not hold, then one commit moves the
 * head; a crash before it leaves the old head, and chunks nobody names.
 *
 * <p>What was not read completely keeps what it had, so a source that fails deletes nothing.
 */
public final class Ingest {
    private static final int CHUNKS_PER_WRITE = 16;
    private static final Duration LEASE = Duration.ofHours(1);

    private final RiskStore store;
    private final Scope scope;
    private final Instant now;
    private final Map<String, PartitionState> before = new HashMap<>();
    private final List<PartitionState> partitions = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private final List<Chunk> unwritten = new ArrayList<>();
    private long rejected;
    private long facts;
    private int chunksWritten;

    private Ingest(RiskStore store, Scope scope, Instant now) {
        this.store = store;
        this.scope = scope;
        this.now = now;
    }

    /**
     * Reads what a connector has to say and makes it the head of its scope.
     *
     * @param connector reads the source
     * @param store keeps what is read
     * @param clock tells when it was read
     * @param progress is told how it goes on
     * @return what came of it; the head is left as it is if nothing changed
     * @throws SourceException if the source cannot be listed
     * @throws ConflictException if another writer holds the scope, or took it in between
     */
    public static IngestReport read(Connector connector, RiskStore store, Clock clock, Progress progress) {
        Lease lease = store.lease(connector.scope(), LEASE);
        try {
            return new Ingest(store, connector.scope(), clock.instant()).run(connector, lease, progress);
        } finally {
            store.release(lease);
        }
    }

    private IngestReport run(Connector connector, Lease lease, Progress progress) {
        Snapshot head = lease.head();
        if (head != null) {
            head.partitions().forEach(p -> before.put(p.name(), p));
        }
        Listing listing = connector.list();
        Set<String> names = new HashSet<>();
        for (Partition partition : listing.partitions()) {
            if (!names.add(partition.name())) {
                throw new IllegalStateException(scope + " lists two partitions named " + Text.quote(partition.name()));
            }
            read(partition);
            progress.advanced(scope, names.size(), listing.partitions().size(), facts);
        }
        String incomplete = reason(listing.completeness());
        if (incomplete != null) {
            problems.add("not all parts are known: " + incomplete);
            before.values().stream()
                    .filter(p -> !names.contains(p.name()))
                    .forEach(p -> partitions.add(p.stale(incomplete)));
        }
        writeChunks();
        Snapshot draft = new Snapshot(scope, 0, partitions, incomplete, null);
        if (head != null && head.saysTheSameAs(draft)) {
            store.seen(lease);
            return report(head, false);
        }
        return report(store.commit(draft, lease), true);
    }

    private void read(Partition partition) {
        PartitionBuffer buffer = new PartitionBuffer();
        Completeness completeness;
        try {
            completeness = partition.read(buffer);
        } catch (SourceException e) {
            completeness = Completeness.failed(String.valueOf(e.getMessage()));
        }
        rejected += buffer.rejected();
        buffer.rejections().stream()
                .limit(Math.max(0, 1_000 - rejections.size()))
                .forEach(rejections::add);
        String reason = reason(completeness);
        PartitionState old = before.get(partition.name());
        if (reason != null) {
            problems.add(partition.name() + ": " + reason);
        }
        if (reason != null && old != null) {
            partitions.add(old.stale(reason));
            facts += old.facts();
        } else if (completeness instanceof Completeness.Failed) {
            partitions.add(new PartitionState(partition.name(), List.of(), 0, now, reason)); // it is there, and unknown
        } else {
            add(partition.name(), buffer.chunks(), reason, old);
        }
    }

    /** A first reading that was only partial is better than nothing; it is marked as what it is. */
    private void add(String name, List<Chunk> chunks, @Nullable String reason, @Nullable PartitionState old) {
        List<String> hashes = chunks.stream().map(Chunk::hash).toList();
        long count = chunks.stream().mapToLong(Chunk::facts).sum();
        Instant observedAt = old != null && old.chunks().equals(hashes) ? old.observedAt() : now;
        partitions.add(new PartitionState(name, hashes, count, observedAt, reason));
        facts += count;
        if (old == null || !old.chunks().equals(hashes)) {
            unwritten.addAll(chunks);
        }
        if (unwritten.size() >= CHUNKS_PER_WRITE) {
            writeChunks();
        }
    }

    private void writeChunks() {
        Set<String> missing = store.missing(unwritten.stream().map(Chunk::hash).toList());
        List<Chunk> toWrite = unwritten.stream()
                .filter(c -> missing.contains(c.hash()))
                .distinct()
                .toList();
        if (!toWrite.isEmpty()) {
            store.write(toWrite);
            chunksWritten += toWrite.size();
        }
        unwritten.clear();
    }

    private static @Nullable String reason(Completeness completeness) {
        if (completeness instanceof Completeness.Partial partial) {
            return partial.reason();
        }
        return completeness instanceof Completeness.Failed failed ? failed.reason() : null;
    }

    private IngestReport report(Snapshot head, boolean changed) {
        return new IngestReport(
                scope,
                head.run(),
                head.partitions().size(),
                facts,
                chunksWritten,
                changed,
                problems,
                rejected,
                rejections);
    }
}
