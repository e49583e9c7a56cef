package dev.throughline.store;

import dev.throughline.model.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A {@link RiskStore} that is tested, and what tests commit to it. */
public interface StoreUnderTest {
    Scope SHOP = new Scope("github", "acme/shop");
    Scope LIBRARY = new Scope("github", "acme/library");
    Duration MINUTE = Duration.ofMinutes(1);
    Instant NOON = Instant.parse("2026-03-01T12:00:00.123456789Z");
    Instant EVENING = Instant.parse("2026-03-01T18:00:00Z");

    /**
     * The store under test.
     *
     * @return the same store during a test, empty at its start
     */
    RiskStore store();

    /**
     * Closes the store and opens it again.
     *
     * @return the store, which {@link #store()} returns from now on
     */
    RiskStore reopen();

    /**
     * Makes leases and chunks older, as if time had passed by the clock of the store.
     *
     * @param time how much older
     */
    void passes(Duration time);

    default Snapshot commit(Snapshot draft) {
        return store().commit(draft, store().lease(draft.scope(), MINUTE));
    }

    default Snapshot snapshot(Scope scope, String partition) {
        return new Snapshot(scope, 0, List.of(new PartitionState(partition, List.of(), 0, NOON, null)), null, null);
    }

    default Snapshot naming(Scope scope, Chunk... chunks) {
        PartitionState partition = new PartitionState("p", hashes(List.of(chunks)), chunks.length, NOON, null);
        return new Snapshot(scope, 0, List.of(partition), null, null);
    }

    default Chunk chunk(int number) {
        return new Chunk(String.format("%064x", number * 7919L), number, new byte[] {1, 2, (byte) number});
    }

    default List<String> hashes(List<Chunk> chunks) {
        return chunks.stream().map(Chunk::hash).toList();
    }

    default <T> List<T> inParallel(int threads, Function<Integer, T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<T>> calls = IntStream.range(0, threads)
                    .<Callable<T>>mapToObj(i -> () -> work.apply(i))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> call : pool.invokeAll(calls)) {
                results.add(call.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
