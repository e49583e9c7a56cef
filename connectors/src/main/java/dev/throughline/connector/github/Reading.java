package dev.throughline.connector.github;

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
final class Reading {
    private final ExportFolder export;
    private final FactSink sink;
    private final List<String> gaps = new ArrayList<>();

    Reading(ExportFolder export, FactSink sink) {
        this.export = export;
        this.sink = sink;
    }

    ExportFolder export() {
        return export;
    }

    FactSink sink() {
        return sink;
    }

    void gap(String what) {
        gaps.add(what);
    }

    Completeness completeness() {
        return gaps.isEmpty() ? Completeness.complete() : Completeness.partial(String.join("; ", gaps));
    }

    /** Reads a list, see {@link ExportFolder#list}. A record that cannot be used is rejected. */
    boolean list(String name, @Nullable String member, BiConsumer<Fields, FactSink> reader) {
        return export.list(name, member, record -> Records.one(record, sink, reader), gaps);
    }

    /** Reads a document, if there is one. One that cannot be used is rejected. */
    void document(String name, BiConsumer<Fields, FactSink> reader) {
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
