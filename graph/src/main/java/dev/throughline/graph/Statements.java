package dev.throughline.graph;

import java.util.List;
import java.util.Map;
import org.neo4j.driver.QueryRunner;
import org.neo4j.driver.Record;

/**
 * Runs statements that work on many rows.
 *
 * @param tenant the tenant, which every statement names
 */
record Statements(String tenant) {
    List<Record> run(QueryRunner tx, String statement, List<?> rows) {
        return tx.run(statement, Map.of("tenant", tenant, "batch", batch(rows))).list();
    }

    /**
     * Runs a statement that must find every row.
     *
     * @throws OutdatedException if it does not
     */
    void runMatching(QueryRunner tx, String statement, List<?> rows) {
        runMatching(tx, statement, rows, rows.size());
    }

    /**
     * Runs a statement that must find all that its rows name.
     *
     * @param size how much they name
     * @throws OutdatedException if it does not
     */
    void runMatching(QueryRunner tx, String statement, List<?> rows, int size) {
        runMatching(tx, statement, rows, size, Map.of());
    }

    /**
     * Runs a statement that must find all that its rows name.
     *
     * @param size how much they name
     * @param properties properties by row, for a statement that does not have them in its rows
     * @throws OutdatedException if it does not
     */
    void runMatching(QueryRunner tx, String statement, List<?> rows, int size, Map<String, ?> properties) {
        Map<String, Object> parameters = Map.of("tenant", tenant, "batch", batch(rows), "properties", properties);
        if (tx.run(statement, parameters).single().get("matched").asInt() != size) {
            throw new OutdatedException();
        }
    }

    /**
     * Rows as a parameter, within a map: of a list that stands alone the server knows the length, and plans a statement anew
     * for each order of magnitude.
     */
    static Map<String, Object> batch(List<?> rows) {
        return Map.of("rows", rows);
    }
}
