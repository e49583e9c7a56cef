package dev.throughline.store;

import com.google.common.base.Stopwatch;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import dev.throughline.model.Scope;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The right to commit one scope, kept for as long as it takes. It is short and renewed in the background, so that a scope
 * whose reader was killed is free again soon. A renewal that fails is no harm: the commit is refused if somebody else took
 * the lease meanwhile, and only then.
 */
final class HeldLease implements AutoCloseable {
    private static final Duration TIME = Duration.ofSeconds(15);
    private static final Duration RENEWAL = Duration.ofSeconds(5);

    /** Longer than a lease that nobody renews any more. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final RiskStore store;
    private final Lease lease;
    private final ScheduledExecutorService renewal;
    private boolean ended;

    private HeldLease(RiskStore store, Lease lease) {
        this.store = store;
        this.lease = lease;
        this.renewal = Executors.newSingleThreadScheduledExecutor(new ThreadFactoryBuilder()
                .setDaemon(true)
                .setNameFormat("throughline-lease")
                .build());
        var unused = renewal.scheduleWithFixedDelay(
                () -> store.renew(lease, TIME), RENEWAL.toMillis(), RENEWAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Takes the lease, and waits for it as long as a dead process could have held it.
     *
     * @throws ScopeBusyException if somebody else holds it for longer
     */
    static HeldLease take(RiskStore store, Scope scope) {
        Stopwatch waited = Stopwatch.createStarted();
        while (true) {
            try {
                return new HeldLease(store, store.lease(scope, TIME));
            } catch (ScopeBusyException e) {
                if (waited.elapsed().compareTo(PATIENCE) > 0) {
                    throw e;
                }
                pause(e);
            }
        }
    }

    private static void pause(ScopeBusyException busy) {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy;
        }
    }

    /** The head of the scope, which nobody else can move. */
    @Nullable
    Snapshot head() {
        return lease.head();
    }

    Snapshot commit(Snapshot draft) {
        Snapshot committed = store.commit(draft, lease);
        ended = true;
        return committed;
    }

    void seen() {
        store.seen(lease);
        ended = true;
    }

    @Override
    public void close() {
        renewal.shutdownNow();
        if (!ended) {
            store.release(lease);
        }
    }
}
