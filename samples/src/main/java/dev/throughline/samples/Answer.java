package dev.throughline.samples;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.Value;

/**
 * What a Cypher statement returned.
 *
 * @param names names of the columns
 * @param rows the rows, each with one value for each column
 */
record Answer(List<String> names, List<List<Value>> rows) {
    /** Asks a server, which refuses statements that would write. */
    static Answer to(String statement, Map<String, Object> parameters, Driver driver) {
        try (Session session = driver.session()) {
            return session.executeRead(transaction -> {
                var result = transaction.run(statement, parameters);
                return new Answer(result.keys(), result.list(row -> List.copyOf(row.values())));
            });
        }
    }

    /** The rows as objects, with the columns in their order. */
    List<Map<String, @Nullable Object>> json() {
        return rows.stream().map(this::json).toList();
    }

    private Map<String, @Nullable Object> json(List<Value> row) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            object.put(names.get(i), CypherValue.json(row.get(i)));
        }
        return object;
    }

    Table table() {
        Table table = new Table(names.toArray(String[]::new));
        rows.forEach(row -> table.row(row.stream().map(CypherValue::text).toArray()));
        return table;
    }
}
