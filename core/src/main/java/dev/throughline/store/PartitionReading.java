package dev.throughline.store;

import dev.throughline.fact.FactSink;
import dev.throughline.fact.Rejection;
import dev.throughline.model.Asset;
import dev.throughline.model.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes the facts of one partition and packs them in an order that does not depend on how they came. They wait in memory
 * while they are few, and in files if they are not.
 */
final class PartitionReading implements FactSink, AutoCloseable {
    /** Some 50 MB of facts: one buffer being filled and two being packed leave room in a small heap. */
    private static final int MOST_FACTS = 100_000;

    private static final int MOST_CHARACTERS = 1 << 24;
    private static final int KEPT_REJECTIONS = 1_000;

    private static final int FACTS_BETWEEN_NEWS = 1 << 14;

    private final ReadingHash hash = new ReadingHash();
    private final LongConsumer progress;
    private final RecordTally records = new RecordTally();
    private final List<Rejection> rejections = new ArrayList<>();
    private FactBuffer buffer = new FactBuffer();
    private @Nullable Overflow overflow;

    /** Of what is not in the buffer any more. */
    private long charactersBefore;

    private long facts;
    private long rejected;

    /** A reading that tells now and then how many facts came. */
    PartitionReading(LongConsumer progress) {
        this.progress = progress;
    }

    @Override
    public void accept(Asset asset) {
        records.fact(hash.add(asset));
        buffer.add(asset);
        added();
    }

    @Override
    public void accept(Relation relation) {
        records.fact(hash.add(relation));
        buffer.add(relation);
        added();
    }

    private void added() {
        facts++;
        if (facts % FACTS_BETWEEN_NEWS == 0) {
            progress.accept(facts);
        }
        if (buffer.facts() == MOST_FACTS || hash.characters() - charactersBefore >= MOST_CHARACTERS) {
            overflow().take(buffer);
            buffer = new FactBuffer();
            charactersBefore = hash.characters();
        }
    }

    private Overflow overflow() {
        Overflow present = overflow;
        if (present == null) {
            present = Overflow.create();
            overflow = present;
        }
        return present;
    }

    @Override
    public void reject(Rejection rejection) {
        rejected++;
        if (rejections.size() < KEPT_REJECTIONS) {
            rejections.add(rejection);
        }
    }

    @Override
    public void beginRecord() {
        records.begin();
    }

    @Override
    public void gathered(boolean again) {
        records.gathered(again);
    }

    @Override
    public void endRecord(boolean used) {
        records.end(used);
    }

    /** What became of its records. To be asked when all have come, or the reading failed. */
    RecordCounts records(boolean failed) {
        return records.counts(failed);
    }

    /** How many facts came, those among them that came several times. */
    long facts() {
        return facts;
    }

    /** How many of them are in memory. */
    int buffered() {
        return buffer.facts();
    }

    /** How many records, or parts of them, could not be used. */
    long rejected() {
        return rejected;
    }

    /** The first of them. */
    List<Rejection> rejections() {
        return rejections;
    }

    /** The hash of all facts in the order they came. To be asked once, when all have come. */
    String hash() {
        return hash.value();
    }

    /** Packs all facts. To be asked once, when all have come. */
    void pack(Consumer<Chunk> chunks) {
        ChunkCutter cutter = new ChunkCutter(chunks);
        Overflow full = overflow;
        if (full == null) {
            buffer.sorted(assets -> assets.forEach(cutter::add), relations -> relations.forEach(cutter::add));
        } else {
            full.take(buffer);
            try (Spool<Asset>.Merge assets = full.assets().merged();
                    Spool<Relation>.Merge relations = full.relations().merged()) {
                assets.forEachRemaining(cutter::add);
                relations.forEachRemaining(cutter::add);
            }
        }
        cutter.finish();
    }

    @Override
    public void close() {
        if (overflow != null) {
            overflow.close();
        }
    }
}
