package dev.throughline.store;

import dev.throughline.model.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the store in memory holds of one scope: its runs, oldest first, and who may commit the next. */
final class ScopeRecord {
    private final Scope scope;
    private final List<Snapshot> runs = new ArrayList<>();
    private long fence;
    private @Nullable Instant leaseUntil;
    private @Nullable Instant seenAt;

    ScopeRecord(Scope scope) {
        this.scope = scope;
    }

    Optional<Snapshot> head() {
        return runs.isEmpty() ? Optional.empty() : Optional.of(runs.get(runs.size() - 1));
    }

    Optional<Instant> lastSeen() {
        return Optional.ofNullable(seenAt);
    }

    /** The newest run at a time. By their order, for a clock that was set back makes several runs of one time. */
    Optional<Snapshot> headAt(Instant time) {
        for (int i = runs.size() - 1; i >= 0; i--) {
            if (!committedAt(i).isAfter(time)) {
                return Optional.of(runs.get(i));
            }
        }
        if (!runs.isEmpty() && runs.get(0).run() > 1) {
            throw new HistoryCollectedException(scope, time, committedAt(0));
        }
        return Optional.empty();
    }

    Lease lease(Instant now, Duration time) {
        if (leaseUntil != null && leaseUntil.isAfter(now)) {
            throw new ScopeBusyException(scope, leaseUntil);
        }
        fence++;
        leaseUntil = now.plus(time);
        return new Lease(scope, fence, head().orElse(null));
    }

    void renew(Lease lease, Instant until) {
        checkHeld(lease);
        leaseUntil = until;
    }

    Snapshot commit(Snapshot draft, Lease lease, Instant now) {
        if (!draft.scope().equals(scope)) {
            throw new IllegalArgumentException("a lease of " + scope + " is none of " + draft.scope());
        }
        Snapshot committed =
                new Snapshot(scope, lease.nextRun(), draft.partitions(), draft.listingIncompleteBecause(), now);
        runs.add(committed);
        seen(lease, now);
        return committed;
    }

    void seen(Lease lease, Instant now) {
        checkHeld(lease);
        seenAt = now;
        leaseUntil = null;
    }

    void release(Lease lease) {
        if (lease.fence() == fence) {
            leaseUntil = null;
        }
    }

    void checkHeld(Lease lease) {
        if (leaseUntil == null || lease.fence() != fence) {
            throw ConflictException.leaseLost(lease);
        }
    }

    /** Forgets runs that were superseded before a time. */
    int forget(Instant keepSince) {
        int forgotten = 0;
        while (forgotten + 1 < runs.size() && committedAt(forgotten + 1).isBefore(keepSince)) {
            forgotten++;
        }
        runs.subList(0, forgotten).clear();
        return forgotten;
    }

    /** The chunks its runs name. */
    Stream<String> chunks() {
        return runs.stream()
                .flatMap(run -> run.partitions().stream())
                .flatMap(partition -> partition.chunks().stream());
    }

    private Instant committedAt(int run) {
        return Objects.requireNonNull(runs.get(run).committedAt());
    }
}
