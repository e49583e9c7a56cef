package dev.throughline.graph;

import com.google.common.base.Throwables;
import com.google.common.collect.Iterables;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import com.google.common.util.concurrent.Uninterruptibles;
import dev.throughline.store.StoreException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Writes each batch in a transaction of its own. What may be written side by side is cut into as many stretches as there are
 * lanes, and each lane writes one from its beginning on: so one batch is made and sent while the server works on another, and
 * transactions that run at the same time are far from each other in the graph and seldom wait for a lock.
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
    private volatile boolean stopped;

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
        write(0, new Stretches<>(List.of(Iterables.partition(elements, rows).iterator())), work);
    }

    @Override
    public <E> void sideBySide(Collection<E> elements, Predicate<? super E> condition, Work<E> work) {
        int length = elements.size() / Claim.LANES + 1;
        Stretches<E> stretches = new Stretches<>(IntStream.range(0, Claim.LANES)
                .mapToObj(lane -> Iterables.limit(Iterables.skip(elements, lane * length), length))
                .map(stretch -> new AlikeBatches<>(stretch.iterator(), condition, rows))
                .toList());
        List<? extends Future<?>> running = IntStream.range(0, Claim.LANES)
                .mapToObj(lane -> threads.submit(() -> write(lane, stretches, work)))
                .toList();
        running.forEach(Lanes::await);
    }

    /** One lane does not go on when another one failed. */
    private <E> void write(int lane, Stretches<E> stretches, Work<E> work) {
        try {
            for (List<E> batch = stretches.next(lane); !batch.isEmpty() && !stopped; batch = stretches.next(lane)) {
                List<E> elements = batch;
                claim.inLane(lane, tx -> work.write(tx, elements));
                written.addAndGet(elements.size());
            }
        } catch (RuntimeException | Error e) {
            stopped = true;
            throw e;
        }
    }

    private static void await(Future<?> lane) {
        try {
            lane.get();
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
        stopped = true;
        threads.shutdown();
        Uninterruptibles.awaitTerminationUninterruptibly(threads);
    }
}
