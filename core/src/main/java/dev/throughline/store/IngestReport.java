package dev.throughline.store;

import dev.throughline.fact.Rejection;
import dev.throughline.model.Scope;
import java.util.List;

/**
 * What came of reading a scope.
 *
 * @param scope the scope
 * @param run run that is its head now
 * @param partitions partitions it has now
 * @param facts facts it has now
 * @param chunksWritten chunks that were new to the store
 * @param changed whether the head moved
 * @param problems partitions that could not be read completely, as {@code partition: reason}; they keep what they had
 * @param rejected records, and parts of records, that could not be used
 * @param rejections the first of them
 * @param records how many records were read, and what became of them
 */
public record IngestReport(
        Scope scope,
        long run,
        int partitions,
        long facts,
        int chunksWritten,
        boolean changed,
        List<String> problems,
        long rejected,
        List<Rejection> rejections,
        RecordCounts records) {
    /** Copies the lists. */
    public IngestReport {
        problems = List.copyOf(problems);
        rejections = List.copyOf(rejections);
    }

    /**
     * Whether everything there is was read and used.
     *
     * @return whether there were no problems and no rejections
     */
    public boolean isClean() {
        return problems.isEmpty() && rejected == 0;
    }
}
