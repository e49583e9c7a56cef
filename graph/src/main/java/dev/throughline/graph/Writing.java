package dev.throughline.graph;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.neo4j.driver.QueryRunner;
import org.neo4j.driver.Record;
import org.neo4j.driver.exceptions.TransientException;

/** How the statements of one publish are run: in batches, each in a transaction of its own or all in one. */
final class Writing {
    private final String tenant;
    private final int batchSize;
    private final Consumer<Consumer<QueryRunner>> transactions;
    private long written;

    /**
     * Prepares for writing.
     *
     * @param tenant the tenant
     * @param batchSize how many rows a batch may have
     * @param transactions runs the work of one batch
     */
    Writing(String tenant, int batchSize, Consumer<Consumer<QueryRunner>> transactions) {
        this.tenant = tenant;
        this.batchSize = batchSize;
        this.transactions = transactions;
    }

    int batchSize() {
        return batchSize;
    }

    /** Runs the work of one batch, which writes or removes so many elements. */
    void batch(int elements, Consumer<QueryRunner> work) {
        transactions.accept(work);
        written += elements;
    }

    /** How many elements were written or removed. */
    long written() {
        return written;
    }

    List<Record> run(QueryRunner tx, String statement, List<?> rows) {
        return tx.run(statement, Map.of("tenant", tenant, "rows", rows)).list();
    }

    /**
     * Runs a statement that must find every row.
     *
     * @param properties properties by row, for a statement that does not have them in its rows
     * @throws TransientException if it does not: somebody changed what is published since it was read
     */
    void runMatching(QueryRunner tx, String statement, List<?> rows, Map<String, ?> properties) {
        Map<String, Object> parameters = Map.of("tenant", tenant, "rows", rows, "properties", properties);
        if (tx.run(statement, parameters).single().get("matched").asInt() != rows.size()) {
            throw outdated();
        }
    }

    static TransientException outdated() {
        return new TransientException(
                "Neo.TransientError.Transaction.Outdated", "the published graph was changed while it was written");
    }
}
