package dev.throughline.connector.support;

import dev.throughline.fact.FactSink;
import dev.throughline.fact.Rejection;
import dev.throughline.fact.SourceException;
import dev.throughline.model.Asset;
import dev.throughline.model.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Keeps one bad record from spoiling the others. */
public final class Records {
    private Records() {}

    /**
     * Reads records one by one. A record that cannot be used is rejected with its place and leaves no facts; the others
     * go on.
     *
     * @param records the records
     * @param sink takes facts and rejections
     * @param reader turns a record into facts; may throw {@link WrongShape} for a value it cannot use, or any other
     *     {@link IllegalArgumentException} such as those of the model for a key that cannot be
     */
    public static void each(Iterable<Fields> records, FactSink sink, BiConsumer<Fields, FactSink> reader) {
        for (Fields record : records) {
            one(record, sink, reader);
        }
    }

    /**
     * Reads one record. If it cannot be used it is rejected with its place and leaves no facts.
     *
     * @param record the record
     * @param sink takes facts and rejections
     * @param reader turns the record into facts, see {@link #each}
     */
    public static void one(Fields record, FactSink sink, BiConsumer<Fields, FactSink> reader) {
        Held facts = new Held(sink);
        boolean used = false;
        sink.beginRecord();
        try {
            used = read(record, facts, reader);
            if (used) {
                facts.release();
            }
        } finally {
            sink.endRecord(used);
        }
    }

    private static boolean read(Fields record, FactSink facts, BiConsumer<Fields, FactSink> reader) {
        try {
            reader.accept(record, facts);
            return true;
        } catch (WrongShape e) {
            facts.reject(new Rejection(record.file(), e.pointer(), String.valueOf(e.getMessage())));
        } catch (IllegalArgumentException e) {
            facts.reject(new Rejection(record.file(), record.pointer(), String.valueOf(e.getMessage())));
        }
        return false;
    }

    /**
     * Takes note of a record that could not be used, or not even be taken apart.
     *
     * @param rejection the record and the cause
     * @param sink takes the rejection
     */
    public static void rejected(Rejection rejection, FactSink sink) {
        sink.beginRecord();
        sink.reject(rejection);
        sink.endRecord(false);
    }

    /**
     * Reads one record while it passes by. If it cannot be used it is rejected with its place; what was read of it before
     * stays.
     *
     * @param record the record
     * @param sink takes facts and rejections
     * @param reader turns the record into facts, see {@link #each}
     */
    public static void passing(JsonStream record, FactSink sink, Consumer<JsonStream> reader) {
        try {
            reader.accept(record);
        } catch (WrongShape e) {
            rejected(new Rejection(record.file(), e.pointer(), String.valueOf(e.getMessage())), sink);
        } catch (IllegalArgumentException e) {
            rejected(new Rejection(record.file(), record.pointer(), String.valueOf(e.getMessage())), sink);
        }
    }

    /**
     * Reads a document that is one record among others. If it cannot be read at all, it is rejected, and what was read
     * before stays.
     *
     * @param source name of the document, for messages
     * @param sink takes the rejection
     * @param reading reads the document
     */
    public static void document(String source, FactSink sink, Runnable reading) {
        try {
            reading.run();
        } catch (SourceException e) {
            String message = String.valueOf(e.getMessage());
            String cause = message.startsWith(source + ": ") ? message.substring(source.length() + 2) : message;
            rejected(new Rejection(source, "", cause), sink);
        }
    }

    /** Holds the facts of a record back until the whole of it was read. What it reads as records of its own is part of it. */
    private static final class Held implements FactSink {
        private final FactSink sink;
        private final List<Asset> assets = new ArrayList<>();
        private final List<Relation> relations = new ArrayList<>();

        Held(FactSink sink) {
            this.sink = sink;
        }

        @Override
        public void accept(Asset asset) {
            assets.add(asset);
        }

        @Override
        public void accept(Relation relation) {
            relations.add(relation);
        }

        @Override
        public void reject(Rejection rejection) {
            sink.reject(rejection);
        }

        @Override
        public void gathered(boolean again) {
            sink.gathered(again);
        }

        void release() {
            assets.forEach(sink::accept);
            relations.forEach(sink::accept);
        }
    }
}
