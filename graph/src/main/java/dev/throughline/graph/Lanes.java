package dev.throughline.graph;

import com.google.common.base.Throwables;
import com.google.common.collect.Iterables;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import com.google.common.util.concurrent.Uninterruptibles;
import dev.throughline.store.StoreException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes each batch in a transaction of its own. Batches that may be written side by side take the lanes in turn, so that
 * one is made and sent while the server works on the other.
 */
final class Lanes implements Writing, AutoCloseable {
    private final Claim claim;
    private final int rows;
    private final AtomicLong written = new AtomicLong();
    private final ExecutorService threads = Executors.newFixedThreadPool(
            Claim.LANES,
            new ThreadFactoryBuilder()
                    .setDaemon(true)
                    .setNameFormat("throughline-publish-%d")
                    .build());

    Lanes(Claim claim, int rows) {
        this.claim = claim;
        this.rows = rows;
    }

    /** How many elements were written or removed. */
    long written() {
        return written.get();
    }

    @Override
    public <E> void inOrder(Iterable<E> elements, Work<E> work) {
        for (List<E> batch : Iterables.partition(elements, rows)) {
            write(0, batch, work);
        }
    }

    @Override
    public <E> void sideBySide(Iterable<E> elements, Work<E> work) {
        List<Future<?>> running = new ArrayList<>(Collections.nCopies(Claim.LANES, Futures.immediateVoidFuture()));
        int next = 0;
        for (List<E> batch : Iterables.partition(elements, rows)) {
            int lane = next;
            await(running.get(lane));
            running.set(lane, threads.submit(() -> write(lane, batch, work)));
            next = (lane + 1) % Claim.LANES;
        }
        running.forEach(Lanes::await);
    }

    private <E> void write(int lane, List<E> batch, Work<E> work) {
        claim.inLane(lane, tx -> work.write(tx, batch));
        written.addAndGet(batch.size());
    }

    private static void await(Future<?> batch) {
        try {
            batch.get();
        } catch (ExecutionException e) {
            Throwables.throwIfUnchecked(Objects.requireNonNull(e.getCause()));
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted while publishing", e);
        }
    }

    /** Returns when nothing is running any more. */
    @Override
    public void close() {
        threads.shutdown();
        Uninterruptibles.awaitTerminationUninterruptibly(threads);
    }
}
