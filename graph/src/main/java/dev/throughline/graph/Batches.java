package dev.throughline.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Collects rows by the statement they are for, and hands them over as soon as there are enough.
 *
 * @param <R> a row
 */
final class Batches<R> {
    private final int size;
    private final BiConsumer<String, List<R>> writer;
    private final Map<String, List<R>> waiting = new LinkedHashMap<>();

    Batches(int size, BiConsumer<String, List<R>> writer) {
        this.size = size;
        this.writer = writer;
    }

    void add(String statement, R row) {
        List<R> rows = waiting.computeIfAbsent(statement, s -> new ArrayList<>());
        rows.add(row);
        if (rows.size() >= size) {
            waiting.remove(statement);
            writer.accept(statement, rows);
        }
    }

    /** Hands over the rest. */
    void finish() {
        waiting.forEach(writer);
        waiting.clear();
    }
}
