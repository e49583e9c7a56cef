package dev.throughline.store;

import com.google.common.collect.Iterables;
import dev.throughline.fact.FactSink;
import java.util.function.Consumer;

/**
 * Reads facts back from the record, as their source said them: assets by kind and key, then relations by type and ends, in
 * each chunk. Memory does not grow with the snapshot.
 */
public final class RecordedFacts {
    private RecordedFacts() {}

    /** Takes the facts of a snapshot, partition by partition. */
    public interface Receiver {
        /**
         * Takes a partition.
         *
         * @param partition what the snapshot holds of it
         * @param facts hands its facts to a sink; to be asked exactly once, before this returns
         */
        void partition(PartitionState partition, Consumer<FactSink> facts);
    }

    /**
     * Reads a snapshot.
     *
     * @param store holds it
     * @param snapshot a version of a scope, such as one of {@link RiskStore#heads()}
     * @param receiver takes its partitions, by name
     * @throws StoreException if a chunk is not stored, or damaged
     */
    public static void read(RiskStore store, Snapshot snapshot, Receiver receiver) {
        ChunksInOrder chunks = new ChunksInOrder(
                store, Iterables.concat(Iterables.transform(snapshot.partitions(), PartitionState::chunks)));
        for (PartitionState partition : snapshot.partitions()) {
            receiver.partition(partition, sink -> {
                for (int left = partition.chunks().size(); left > 0; left--) {
                    DecodedFacts facts = DecodedFacts.of(chunks.next());
                    facts.assets().forEach(sink::accept);
                    facts.relations().forEach(sink::accept);
                }
            });
        }
    }
}
