package dev.throughline.store;

import com.google.common.collect.Iterables;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Chunks one by one in an order that was asked for, read from the store some at a time. */
final class ChunksInOrder {
    private static final int AT_A_TIME = 64;

    private final RiskStore store;
    private final Iterator<List<String>> ahead;
    private final Map<String, Chunk> read = new HashMap<>();
    private Iterator<String> next = List.<String>of().iterator();

    ChunksInOrder(RiskStore store, Iterable<String> hashes) {
        this.store = store;
        this.ahead = Iterables.partition(hashes, AT_A_TIME).iterator();
    }

    /** To be asked as often as there are hashes. */
    Chunk next() {
        if (!next.hasNext()) {
            List<String> hashes = ahead.next();
            read.clear();
            store.read(hashes, chunk -> read.put(chunk.hash(), chunk));
            next = hashes.iterator();
        }
        return Objects.requireNonNull(read.get(next.next()));
    }
}
