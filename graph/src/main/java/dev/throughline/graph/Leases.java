package dev.throughline.graph;

import dev.throughline.model.Scope;
import dev.throughline.store.Lease;
import dev.throughline.store.ScopeBusyException;
import dev.throughline.store.Snapshot;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;

/** Who may commit a scope. */
final class Leases {
    private static final String HEAD = Cypher.statement("head");

    private final Database database;

    Leases(Database database) {
        this.database = database;
    }

    Lease lease(Scope scope, Duration time) {
        String change = newId();
        return database.write(tx -> {
            LockedScope locked = LockedScope.lock(tx, database.tenant(), scope);
            boolean again = locked.wasChangedBy(change);
            if (!again && locked.leaseUntil().isAfter(locked.now())) {
                throw new ScopeBusyException(scope, locked.leaseUntil());
            }
            long fence = again ? locked.fence() : locked.fence() + 1;
            locked.lease(fence, time, change);
            return new Lease(scope, fence, head(tx, scope));
        });
    }

    private @Nullable Snapshot head(TransactionContext tx, Scope scope) {
        return tx.run(HEAD, Map.of("tenant", database.tenant(), "scope", scope.toString())).stream()
                .findFirst()
                .map(row -> RunRow.snapshot(row.get("run")))
                .orElse(null);
    }

    void renew(Lease lease, Duration time) {
        change(lease, (locked, change) -> {
            locked.checkHeld(lease);
            locked.lease(lease.fence(), time, change);
        });
    }

    void seen(Lease lease) {
        change(lease, (locked, change) -> {
            locked.checkHeld(lease);
            locked.endSeen(change);
        });
    }

    void release(Lease lease) {
        change(lease, (locked, change) -> {
            if (locked.isHeld(lease)) {
                locked.end(change);
            }
        });
    }

    /** Changes a lease once, also if the transaction is run again. */
    private void change(Lease lease, BiConsumer<LockedScope, String> work) {
        String change = newId();
        database.write(tx -> {
            LockedScope locked = LockedScope.lock(tx, database.tenant(), lease.scope());
            if (!locked.wasChangedBy(change)) {
                work.accept(locked, change);
            }
            return lease;
        });
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }
}
