package dev.throughline.store;

import com.google.common.util.concurrent.MoreExecutors;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** Packs and stores readings in the background, each in a thread of its own, while the next ones are made. */
final class ChunkWriting implements AutoCloseable {
    /** Enough to keep both sides busy, little enough for a small heap. */
    private static final int MOST_FACTS_WAITING = 200_000;

    private static final int MOST_CHUNKS = 256;
    private static final int MOST_BYTES = 4 << 20;
    private static final int MOST_BATCHES_WAITING = 2;

    private final RiskStore store;
    private final ExecutorService packer = Background.thread("throughline-packer");
    private final ExecutorService writer = Background.thread("throughline-writer");
    private final Semaphore roomForFacts = new Semaphore(MOST_FACTS_WAITING);
    private final Semaphore roomForBatches = new Semaphore(MOST_BATCHES_WAITING);
    private final List<Future<Integer>> written = new ArrayList<>();
    private Map<String, Chunk> batch = new LinkedHashMap<>();
    private long batchBytes;
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
        roomForFacts.acquireUninterruptibly(facts);
        return packer.submit(() -> {
            try (reading) {
                return cancelled ? new Packed(List.of(), 0) : packed(reading);
            } finally {
                roomForFacts.release(facts);
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
        if (batch.putIfAbsent(chunk.hash(), chunk) == null) {
            batchBytes += chunk.bytes().length;
        }
        if (batch.size() >= MOST_CHUNKS || batchBytes >= MOST_BYTES) {
            writeBatch();
        }
    }

    private void writeBatch() {
        Map<String, Chunk> full = batch;
        batch = new LinkedHashMap<>();
        batchBytes = 0;
        roomForBatches.acquireUninterruptibly();
        written.add(writer.submit(() -> {
            try {
                return cancelled ? 0 : write(full);
            } catch (RuntimeException e) {
                cancelled = true; // the rest would be for nothing
                throw e;
            } finally {
                roomForBatches.release();
            }
        }));
    }

    private int write(Map<String, Chunk> chunks) {
        Set<String> missing = store.missing(chunks.keySet());
        List<Chunk> news =
                chunks.values().stream().filter(c -> missing.contains(c.hash())).toList();
        if (!news.isEmpty()) {
            store.write(news);
        }
        return news.size();
    }

    /**
     * Waits until everything is stored.
     *
     * @return how many chunks were new
     */
    int finish() {
        Background.get(packer.submit(() -> {
            if (!batch.isEmpty()) {
                writeBatch();
            }
        }));
        return written.stream().mapToInt(Background::get).sum();
    }

    /** Leaves what still waits, but closes it. */
    @Override
    public void close() {
        cancelled = true;
        MoreExecutors.shutdownAndAwaitTermination(packer, Duration.ofMinutes(1));
        MoreExecutors.shutdownAndAwaitTermination(writer, Duration.ofMinutes(1));
    }
}
