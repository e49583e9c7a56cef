package dev.throughline.store;

import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;

/** Reads and decompresses chunks in the background, while those that are there already are used. */
final class ChunkReading {
    private static final int CHUNKS_AHEAD = 64;

    private final BlockingQueue<Optional<Unpacked>> ahead = new ArrayBlockingQueue<>(CHUNKS_AHEAD);

    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    private record Unpacked(String hash, byte[] packed) {}

    private ChunkReading() {}

    /**
     * Hands out chunks, in no particular order.
     *
     * @param consumer takes the hash of each chunk and what it was packed into
     * @throws StoreException if a chunk is not stored, or damaged
     */
    static void read(RiskStore store, Collection<String> hashes, BiConsumer<String, byte[]> consumer) {
        if (hashes.isEmpty()) {
            return;
        }
        ExecutorService thread = Background.thread("throughline-reader");
        try {
            new ChunkReading().run(thread, store, hashes, consumer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted while chunks were read", e);
        } finally {
            thread.shutdownNow();
        }
    }

    private void run(
            ExecutorService thread, RiskStore store, Collection<String> hashes, BiConsumer<String, byte[]> consumer)
            throws InterruptedException {
        Future<?> reading = thread.submit(() -> {
            try {
                store.read(hashes, this::unpack);
            } finally {
                ahead.put(Optional.empty());
            }
            return null;
        });
        for (Optional<Unpacked> next = ahead.take(); next.isPresent(); next = ahead.take()) {
            consumer.accept(next.get().hash(), next.get().packed());
        }
        Background.get(reading);
    }

    private void unpack(Chunk chunk) {
        try {
            ahead.put(Optional.of(new Unpacked(chunk.hash(), ChunkCodec.unpack(chunk))));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted while chunks were read", e);
        }
    }
}
