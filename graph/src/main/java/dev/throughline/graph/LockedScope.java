package dev.throughline.graph;

import dev.throughline.model.Scope;
import dev.throughline.store.ConflictException;
import dev.throughline.store.Lease;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;

/**
 * A scope in a transaction that holds its lock: nobody else leases or commits it until the end. The time is that of the
 * server after it gave out the lock.
 *
 * <p>Every change of the lease leaves an id; so a transaction that is run again notices that it came about.
 */
final class LockedScope {
    private static final String LOCK = Cypher.statement("scope-lock");
    private static final String CHANGE = Cypher.statement("scope-change");

    private final TransactionContext tx;
    private final Map<String, Object> key;
    private final Record row;

    private LockedScope(TransactionContext tx, Map<String, Object> key) {
        this.tx = tx;
        this.key = key;
        this.row = tx.run(LOCK, key).single();
    }

    static LockedScope lock(TransactionContext tx, String tenant, Scope scope) {
        return new LockedScope(tx, Map.of("tenant", tenant, "scope", scope.toString()));
    }

    long fence() {
        return row.get("fence").asLong();
    }

    Instant now() {
        return RunRow.instant(row.get("now"));
    }

    /** When the lease ends that somebody may still hold; long ago if there is none. */
    Instant leaseUntil() {
        return row.get("leaseUntil").isNull() ? Instant.MIN : RunRow.instant(row.get("leaseUntil"));
    }

    boolean isHeld(Lease lease) {
        return !row.get("leaseUntil").isNull() && fence() == lease.fence();
    }

    void checkHeld(Lease lease) {
        if (!isHeld(lease)) {
            throw ConflictException.leaseLost(lease);
        }
    }

    boolean wasChangedBy(String change) {
        return change.equals(row.get("leaseChange").asString(null));
    }

    void lease(long fence, Duration time, String change) {
        change(Map.of("fence", fence, "leaseUntil", now().plus(time).atZone(ZoneOffset.UTC), "leaseChange", change));
    }

    void end(String change) {
        change(ended(change));
    }

    /** Ends the lease, and takes note that the scope was read. */
    void endSeen(String change) {
        Map<String, Object> changes = ended(change);
        changes.put("seenAt", now().atZone(ZoneOffset.UTC));
        change(changes);
    }

    private static Map<String, Object> ended(String change) {
        Map<String, Object> changes = new HashMap<>();
        changes.put("leaseUntil", null);
        changes.put("leaseChange", change);
        return changes;
    }

    private void change(Map<String, Object> changes) {
        Map<String, Object> parameters = new HashMap<>(key);
        parameters.put("changes", changes);
        tx.run(CHANGE, parameters).consume();
    }
}
