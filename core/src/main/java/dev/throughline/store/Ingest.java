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
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads one scope into the record. First the chunks are written that the store does not hold, then one commit moves the
 * head; a crash before it leaves the old head, and chunks nobody names.
 *
 * <p>What was not read completely keeps what it had, so a source that fails deletes nothing; and so does, until a second
 * reading confirms it, what would make much disappear.
 */
public final class Ingest {
    private static final int KEPT_REJECTIONS = 1_000;

    /** What to do if much of what a scope had is gone. */
    public enum Losses {
        /**
         * Keep it until a second reading says the same: a part that is empty where there was something, and all parts that
         * lose facts if more than a fifth, and more than 100, of the facts of a scope would go.
         */
        HELD,

        /** Believe the source. */
        ACCEPTED
    }

    private final RiskStore store;
    private final Scope scope;
    private final Instant now;
    private final Map<String, PartitionState> before = new HashMap<>();
    private final List<Supplier<PartitionState>> partitions = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private long rejected;
    private RecordCounts records = RecordCounts.NONE;
    private long factsRead;

    private Ingest(RiskStore store, Scope scope, Instant now) {
        this.store = store;
        this.scope = scope;
        this.now = now;
    }

    /**
     * Reads what a connector has to say and makes it the head of its scope. Waits up to 20 seconds for another reader of the
     * scope.
     *
     * @param connector reads the source
     * @param store keeps what is read
     * @param losses what to do if much is gone
     * @param clock tells when it was read
     * @param progress is told how it goes on
     * @return what came of it; the head is left as it is if nothing changed
     * @throws SourceException if the source cannot be listed
     * @throws ScopeBusyException if somebody else is reading the scope
     * @throws ConflictException if somebody else took over the scope in between
     */
    public static IngestReport read(
            Connector connector, RiskStore store, Losses losses, Clock clock, Progress progress) {
        return new Ingest(store, connector.scope(), clock.instant()).run(connector, losses, progress);
    }

    /**
     * Takes back all that a scope ever said. Its history stays as long as that of others.
     *
     * @param scope the scope
     * @param store keeps the record
     * @throws ScopeBusyException if somebody is reading the scope
     */
    public static void retract(Scope scope, RiskStore store) {
        try (HeldLease lease = HeldLease.take(store, scope)) {
            Snapshot head = lease.head();
            if (head != null && !head.saysNothing()) {
                lease.commit(new Snapshot(scope, 0, List.of(), null, null));
            }
        }
    }

    private IngestReport run(Connector connector, Losses losses, Progress progress) {
        try (HeldLease lease = HeldLease.take(store, scope);
                ChunkWriting writing = new ChunkWriting(store)) {
            Snapshot head = lease.head();
            List<PartitionState> had = head == null ? List.of() : head.partitions();
            had.forEach(partition -> before.put(partition.name(), partition));
            Set<String> names;
            String incomplete;
            try (Listing listing = connector.list()) {
                names = read(listing, writing, progress);
                incomplete = reason(listing.completeness());
            }
            if (incomplete != null) {
                had.stream()
                        .filter(partition -> !names.contains(partition.name()))
                        .forEach(partition -> partitions.add(() -> partition.stale(incomplete)));
            }
            List<PartitionState> read = partitions.stream().map(Supplier::get).toList();
            int chunksWritten = writing.finish();
            Snapshot draft =
                    new Snapshot(scope, 0, losses == Losses.HELD ? LossGuard.apply(had, read) : read, incomplete, null);
            if (head != null && head.saysTheSameAs(draft)) {
                lease.seen();
                return report(head, chunksWritten, false);
            }
            return report(lease.commit(draft), chunksWritten, true);
        }
    }

    private Set<String> read(Listing listing, ChunkWriting writing, Progress progress) {
        Set<String> names = new HashSet<>();
        for (Partition partition : listing.partitions()) {
            if (!names.add(partition.name())) {
                throw new IllegalStateException(scope + " lists two partitions named " + Text.quote(partition.name()));
            }
            int before = names.size() - 1;
            int all = listing.partitions().size();
            long facts = factsRead;
            PartitionReading reading =
                    new PartitionReading(more -> progress.advanced(scope, before, all, facts + more));
            partitions.add(read(partition, reading, writing));
            progress.advanced(scope, names.size(), all, factsRead);
        }
        return names;
    }

    private Supplier<PartitionState> read(Partition partition, PartitionReading reading, ChunkWriting writing) {
        Completeness completeness;
        try {
            completeness = partition.read(reading);
        } catch (SourceException e) {
            completeness = Completeness.failed(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            reading.close();
            throw e;
        }
        factsRead += reading.facts();
        count(reading, completeness instanceof Completeness.Failed);
        String reason = reason(completeness);
        PartitionState old = before.get(partition.name());
        if (reason != null && old != null) {
            reading.close();
            return () -> old.stale(reason);
        }
        if (completeness instanceof Completeness.Failed) {
            reading.close();
            // It is there, and unknown.
            return () -> new PartitionState(partition.name(), List.of(), 0, now, reason, null, null);
        }
        // A first reading that was only partial is better than nothing; it is marked as what it is.
        String hash = reason == null ? reading.hash() : null;
        if (old != null && Objects.equals(hash, old.reading())) {
            reading.close();
            return () -> old.confirmed(hash);
        }
        Future<ChunkWriting.Packed> packed = writing.pack(reading);
        return () -> state(partition.name(), Background.get(packed), reason, hash);
    }

    private PartitionState state(
            String name, ChunkWriting.Packed packed, @Nullable String reason, @Nullable String hash) {
        PartitionState old = before.get(name);
        return old != null && old.chunks().equals(packed.chunks()) && reason == null
                ? old.confirmed(hash)
                : new PartitionState(name, packed.chunks(), packed.facts(), now, reason, hash, null);
    }

    private void count(PartitionReading reading, boolean failed) {
        records = records.plus(reading.records(failed));
        rejected += reading.rejected();
        reading.rejections().stream()
                .limit(Math.max(0, KEPT_REJECTIONS - rejections.size()))
                .forEach(rejections::add);
    }

    private static @Nullable String reason(Completeness completeness) {
        if (completeness instanceof Completeness.Partial partial) {
            return partial.reason();
        }
        return completeness instanceof Completeness.Failed failed ? failed.reason() : null;
    }

    private IngestReport report(Snapshot head, int chunksWritten, boolean changed) {
        return new IngestReport(
                scope,
                head.run(),
                head.partitions().size(),
                head.facts(),
                chunksWritten,
                changed,
                head.gaps(),
                rejected,
                rejections,
                records);
    }
}
