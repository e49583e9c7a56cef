package dev.throughline.connector.support.export;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.Records;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.SourceException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The reading of one partition: what it reads from, where it puts what it finds, and what it found missing. */
public final class Reading {
    private final ExportFolder export;
    private final FactSink sink;
    private final List<String> gaps = new ArrayList<>();

    /**
     * A reading that found nothing missing yet.
     *
     * @param export what it reads from
     * @param sink takes facts and rejections
     */
    public Reading(ExportFolder export, FactSink sink) {
        this.export = export;
        this.sink = sink;
    }

    /**
     * What it reads from.
     *
     * @return the folder
     */
    public ExportFolder export() {
        return export;
    }

    /**
     * Where it puts what it finds.
     *
     * @return the sink
     */
    public FactSink sink() {
        return sink;
    }

    /**
     * Notes that something is missing.
     *
     * @param what what is missing, in one sentence
     */
    public void gap(String what) {
        gaps.add(what);
    }

    /**
     * Whether anything was found missing.
     *
     * @return complete, or partial with all that is missing
     */
    public Completeness completeness() {
        return gaps.isEmpty() ? Completeness.complete() : Completeness.partial(String.join("; ", gaps));
    }

    /**
     * Reads a list, see {@link ExportFolder#list}. A record that cannot be used is rejected.
     *
     * @param name the list
     * @param member the field that holds the records; null if the answer itself is the array
     * @param reader turns a record into facts
     * @return whether any page of it could be read
     */
    public boolean list(String name, @Nullable String member, BiConsumer<Fields, FactSink> reader) {
        return export.list(name, member, record -> Records.one(record, sink, reader), gaps);
    }

    /**
     * Reads a document, if there is one. One that cannot be used is rejected.
     *
     * @param name path from the root, without its ending
     * @param reader turns the document into facts
     */
    public void document(String name, BiConsumer<Fields, FactSink> reader) {
        try {
            Fields document = export.document(name);
            if (document != null) {
                Records.one(document, sink, reader);
            }
        } catch (SourceException e) {
            gaps.add(String.valueOf(e.getMessage()));
        }
    }
}
