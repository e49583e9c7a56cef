package dev.throughline.graph;

import dev.throughline.fact.Completeness;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Partition;
import dev.throughline.fact.Rejection;
import dev.throughline.fact.SourceException;
import dev.throughline.model.Text;
import dev.throughline.store.StoreException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * The nodes of one label, read page by page in the order of their ids.
 *
 * @param name what they are; also the name of the statement that reads them
 * @param database connects to the database
 * @param reader makes facts of a node
 */
record CartographyPartition(String name, Supplier<Database> database, Consumer<CartographyRow> reader)
        implements Partition {
    private static final int PAGE = 5_000;

    @Override
    public Completeness read(FactSink sink) {
        Updates updates = new Updates();
        try (Database open = database.get()) {
            String statement = Cypher.statement("cartography/" + name);
            String after = "";
            List<Record> page;
            do {
                Map<String, Object> parameters = Map.of("after", after, "limit", PAGE);
                page = open.read(tx -> tx.run(statement, parameters).list());
                for (Record row : page) {
                    updates.add(row);
                    read(new CartographyRow(row), sink);
                    after = row.get("id").asString();
                }
            } while (page.size() == PAGE);
        } catch (StoreException e) {
            throw new SourceException(new Rejection("cartography", name, String.valueOf(e.getMessage())), e);
        }
        return updates.completeness();
    }

    private void read(CartographyRow row, FactSink sink) {
        boolean used = false;
        sink.beginRecord();
        try {
            reader.accept(row);
            row.release(sink);
            used = true;
        } catch (IllegalArgumentException e) {
            sink.reject(new Rejection("cartography", name + " " + row.id(), String.valueOf(e.getMessage())));
        } finally {
            sink.endRecord(used);
        }
    }

    /**
     * When nodes were last written. A run of Cartography gives all nodes of an account one time and deletes what it did not
     * find again, so two times in one account mean a run that is going on, or did not end.
     */
    private static final class Updates {
        private final Map<String, Value> byAccount = new HashMap<>();
        private long mixed;
        private String example = "";

        void add(Record row) {
            String account = row.get("account").isNull()
                    ? ""
                    : row.get("account").asObject().toString();
            Value first = byAccount.putIfAbsent(account, row.get("updated"));
            if (first != null && !first.equals(row.get("updated"))) {
                mixed++;
                example = account;
            }
        }

        Completeness completeness() {
            return mixed == 0
                    ? Completeness.complete()
                    : Completeness.partial("nodes of '" + Text.quote(example)
                            + "' were written by several runs of Cartography, so the last one is going on or"
                            + " did not end");
        }
    }
}
