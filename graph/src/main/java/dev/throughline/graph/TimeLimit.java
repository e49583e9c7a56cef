package dev.throughline.graph;

import dev.throughline.store.StoreException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Bounds the time a thread waits for a server that has gone silent; the driver itself would wait for ever. The thread is
 * interrupted, upon which the driver closes the connection.
 */
final class TimeLimit {
    private final Duration limit;
    private final String message;

    /** Says {@code message} when the time is up. */
    TimeLimit(Duration limit, String message) {
        this.limit = limit;
        this.message = message;
    }

    <T> T on(Supplier<T> work) {
        Alarm alarm = new Alarm(Thread.currentThread(), limit);
        try {
            return work.get();
        } catch (RuntimeException e) {
            if (alarm.stop()) {
                throw new StoreException(message, e);
            }
            throw e;
        } finally {
            alarm.stop();
        }
    }

    private static final class Alarm {
        private final CompletableFuture<Boolean> stopped = new CompletableFuture<>();
        private final CompletableFuture<Boolean> rang;

        Alarm(Thread sleeper, Duration limit) {
            rang = stopped.thenApply(inTime -> false).exceptionally(timeout -> {
                sleeper.interrupt();
                return true;
            });
            stopped.orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS);
        }

        /** Whether it has rung. If so, the interrupt was ours, and is taken back. */
        boolean stop() {
            stopped.complete(true);
            if (rang.join()) {
                Thread.interrupted();
                return true;
            }
            return false;
        }
    }
}
