package dev.throughline.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.QueryRunner;

/**
 * Collects rows, each for a statement, and runs them as soon as there are enough for a transaction.
 *
 * @param <R> a row
 */
final class Batches<R> {
    private final Writing writing;
    private final Work<R> work;
    private final Map<String, List<R>> waiting = new LinkedHashMap<>();
    private int size;

    /**
     * Runs a statement with its rows.
     *
     * @param <R> a row
     */
    interface Work<R> {
        void run(QueryRunner tx, String statement, List<R> rows);
    }

    Batches(Writing writing, Work<R> work) {
        this.writing = writing;
        this.work = work;
    }

    void add(String statement, R row) {
        waiting.computeIfAbsent(statement, s -> new ArrayList<>()).add(row);
        if (++size >= writing.batchSize()) {
            finish();
        }
    }

    /** Runs what is left. */
    void finish() {
        if (size > 0) {
            writing.batch(size, tx -> waiting.forEach((statement, rows) -> work.run(tx, statement, rows)));
            waiting.clear();
            size = 0;
        }
    }
}
