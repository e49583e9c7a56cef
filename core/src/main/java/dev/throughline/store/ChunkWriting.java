package dev.throughline.store;

import com.google.common.util.concurrent.MoreExecutors;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** Packs and stores readings in the background, while the next ones are made. */
final class ChunkWriting implements AutoCloseable {
    /** Enough to keep both sides busy, little enough for a small heap. */
    private static final int MOST_FACTS_WAITING = 200_000;

    private static final int MOST_CHUNKS = 256;
    private static final int MOST_BYTES = 4 << 20;

    private final RiskStore store;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(new ThreadFactoryBuilder()
            .setDaemon(true)
            .setNameFormat("throughline-chunks")
            .build());
    private final Semaphore room = new Semaphore(MOST_FACTS_WAITING);
    private final Map<String, Chunk> waiting = new LinkedHashMap<>();
    private long waitingBytes;
    private int written;
    private volatile boolean cancelled;

    ChunkWriting(RiskStore store) {
        this.store = store;
    }

    /**
     * What became of a reading.
     *
     * @param chunks hashes of its chunks
     * @param facts number of facts in them
     */
    record Packed(List<String> chunks, long facts) {}

    /** Takes over a reading and closes it when it is packed. */
    Future<Packed> pack(PartitionReading reading) {
        int facts = Math.min(MOST_FACTS_WAITING, reading.buffered());
        room.acquireUninterruptibly(facts);
        return thread.submit(() -> {
            try (reading) {
                return cancelled ? new Packed(List.of(), 0) : packed(reading);
            } finally {
                room.release(facts);
            }
        });
    }

    private Packed packed(PartitionReading reading) {
        List<String> hashes = new ArrayList<>();
        long[] facts = {0};
        reading.pack(chunk -> {
            hashes.add(chunk.hash());
            facts[0] += chunk.facts();
            add(chunk);
        });
        return new Packed(hashes, facts[0]);
    }

    private void add(Chunk chunk) {
        if (waiting.putIfAbsent(chunk.hash(), chunk) == null) {
            waitingBytes += chunk.bytes().length;
        }
        if (waiting.size() >= MOST_CHUNKS || waitingBytes >= MOST_BYTES) {
            write();
        }
    }

    private void write() {
        Set<String> missing = store.missing(waiting.keySet());
        List<Chunk> news = waiting.values().stream()
                .filter(c -> missing.contains(c.hash()))
                .toList();
        if (!news.isEmpty()) {
            store.write(news);
            written += news.size();
        }
        waiting.clear();
        waitingBytes = 0;
    }

    /**
     * Waits until everything is stored.
     *
     * @return how many chunks were new
     */
    int finish() {
        return get(thread.submit(() -> {
            if (!waiting.isEmpty()) {
                write();
            }
            return written;
        }));
    }

    /** Waits for a result, and throws what its work threw. */
    static <T> T get(Future<T> result) {
        try {
            return result.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StoreException cause) {
                throw cause;
            }
            throw new IllegalStateException("packing failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted while chunks were stored; nothing was committed", e);
        }
    }

    /** Leaves what still waits, but closes it. */
    @Override
    public void close() {
        cancelled = true;
        MoreExecutors.shutdownAndAwaitTermination(thread, Duration.ofMinutes(1));
    }
}
