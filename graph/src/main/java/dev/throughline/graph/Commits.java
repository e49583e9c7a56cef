package dev.throughline.graph;

import com.google.common.collect.Iterables;
import dev.throughline.store.ConflictException;
import dev.throughline.store.Lease;
import dev.throughline.store.PartitionState;
import dev.throughline.store.Snapshot;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;

/**
 * Moves heads. Locks are taken in one order everywhere, a scope before the record, and the one of the record is held for no
 * longer than the transaction of a commit takes.
 */
final class Commits {
    private static final String COMMIT = Cypher.statement("commit");
    private static final String COMMIT_FOUND = Cypher.statement("commit-found");
    private static final String CHUNKS_MISSING = Cypher.statement("chunks-missing");

    private static final int HASHES_PER_QUERY = 10_000;

    private final Database database;

    Commits(Database database) {
        this.database = database;
    }

    Snapshot commit(Snapshot draft, Lease lease) {
        if (!draft.scope().equals(lease.scope())) {
            throw new IllegalArgumentException("a lease of " + lease.scope() + " is none of " + draft.scope());
        }
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("tenant", database.tenant());
        parameters.put("scope", draft.scope().toString());
        parameters.put(
                "run",
                RunRow.of(
                        draft,
                        database.tenant(),
                        lease.nextRun(),
                        UUID.randomUUID().toString()));
        Set<String> added = added(draft, lease);
        Instant committedAt = database.write(tx -> commit(tx, parameters, lease, added));
        return new Snapshot(
                draft.scope(), lease.nextRun(), draft.partitions(), draft.listingIncompleteBecause(), committedAt);
    }

    /** The chunks that only the draft names. Those of the head are stored as long as it is the head. */
    private static Set<String> added(Snapshot draft, Lease lease) {
        Set<String> added = new LinkedHashSet<>();
        chunks(draft).forEach(added::add);
        if (lease.head() != null) {
            chunks(lease.head()).forEach(added::remove);
        }
        return added;
    }

    private static Stream<String> chunks(Snapshot snapshot) {
        return snapshot.partitions().stream().map(PartitionState::chunks).flatMap(List::stream);
    }

    /** May be run again after it came about: then there is a run that carries our own commit id. */
    private Instant commit(TransactionContext tx, Map<String, Object> parameters, Lease lease, Set<String> added) {
        LockedScope locked = LockedScope.lock(tx, database.tenant(), lease.scope());
        if (!locked.isHeld(lease)) {
            return tx.run(COMMIT_FOUND, parameters).stream()
                    .findFirst()
                    .map(Commits::committedAt)
                    .orElseThrow(() -> ConflictException.leaseLost(lease));
        }
        Instant committedAt = committedAt(tx.run(COMMIT, parameters).single());
        for (List<String> hashes : Iterables.partition(added, HASHES_PER_QUERY)) {
            checkStored(tx, lease, hashes);
        }
        return committedAt;
    }

    private static Instant committedAt(Record row) {
        return RunRow.instant(row.get("committedAt"));
    }

    /** Nothing is collected any more at this point, for the commit holds the lock of the record. */
    private void checkStored(TransactionContext tx, Lease lease, List<String> hashes) {
        tx.run(CHUNKS_MISSING, Map.of("tenant", database.tenant(), "hashes", hashes)).stream()
                .findFirst()
                .ifPresent(row -> {
                    throw ConflictException.chunkMissing(
                            lease.scope(), row.get("hash").asString());
                });
    }
}
