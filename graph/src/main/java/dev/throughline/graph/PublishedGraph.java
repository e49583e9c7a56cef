package dev.throughline.graph;

import com.google.common.collect.Lists;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * What is published, as far as it is asked for. Reads in pages and in lists instead of rows, which are many times faster,
 * and never more than a transaction has memory for.
 */
final class PublishedGraph {
    private static final String READ_ASSETS = Cypher.statement("assets-read");
    private static final String READ_NODES = Cypher.statement("nodes-read");
    private static final String FIND_ASSETS = Cypher.statement("assets-find");
    private static final String FIND_NODES = Cypher.statement("nodes-find");
    private static final String READ_RELATIONSHIPS = ProjectionNames.ofAnyType(Cypher.statement("relationships-read"));
    private static final String FIND_RELATIONSHIPS = ProjectionNames.ofAnyType(Cypher.statement("relationships-find"));

    private static final int ROWS_PER_PAGE = 10_000;

    private final Database database;

    PublishedGraph(Database database) {
        this.database = database;
    }

    /**
     * A node that is there.
     *
     * @param number its number in the database
     * @param fingerprint its fingerprint
     */
    record FoundNode(long number, long fingerprint) {}

    /** All nodes, by their ids as they are stored. */
    Map<String, FoundNode> nodes() {
        Map<String, FoundNode> nodes = new HashMap<>();
        read(READ_ASSETS, nodes);
        read(READ_NODES, nodes);
        return nodes;
    }

    private void read(String statement, Map<String, FoundNode> nodes) {
        String after = "";
        int size;
        do {
            Map<String, Object> page = Map.of("tenant", database.tenant(), "after", after, "limit", ROWS_PER_PAGE);
            Record found = database.read(tx -> tx.run(statement, page).single());
            Value ids = found.get("ids");
            Value numbers = found.get("numbers");
            Value fingerprints = found.get("fingerprints");
            size = ids.size();
            for (int i = 0; i < size; i++) {
                after = ids.get(i).asString();
                nodes.put(
                        after,
                        new FoundNode(
                                numbers.get(i).asLong(), fingerprints.get(i).asLong()));
            }
        } while (size == ROWS_PER_PAGE);
    }

    /**
     * The numbers of some nodes. Most are assets, so the others are looked for among what is then left.
     *
     * @throws OutdatedException if one is not there
     */
    NodeNumbers numbers(Collection<String> indexableIds) {
        NodeNumbers numbers = new NodeNumbers();
        List<String> others = find(FIND_ASSETS, indexableIds, numbers);
        if (!find(FIND_NODES, others, numbers).isEmpty()) {
            throw new OutdatedException();
        }
        return numbers;
    }

    /** Adds what is found to the numbers; returns the ids of what is not. */
    private List<String> find(String statement, Collection<String> indexableIds, NodeNumbers numbers) {
        for (List<String> page : Lists.partition(List.copyOf(indexableIds), ROWS_PER_PAGE)) {
            Map<String, Object> rows = Map.of("tenant", database.tenant(), "batch", Statements.batch(page));
            Record found = database.read(tx -> tx.run(statement, rows).single());
            Value ids = found.get("ids");
            Value values = found.get("numbers");
            for (int i = 0; i < ids.size(); i++) {
                numbers.put(ids.get(i).asString(), values.get(i).asLong());
            }
        }
        return indexableIds.stream().filter(id -> !numbers.has(id)).toList();
    }

    /** The relationships of the model's types that start at some nodes and end at those that {@code isEnd} accepts. */
    FoundRelationships relationshipsFrom(List<Long> starts, LongPredicate isEnd) {
        return relationships(READ_RELATIONSHIPS, starts, isEnd);
    }

    /** The relationships of the model's types between some pairs of nodes. */
    FoundRelationships relationshipsBetween(Collection<List<Long>> pairs) {
        return relationships(FIND_RELATIONSHIPS, List.copyOf(pairs), end -> true);
    }

    private FoundRelationships relationships(String statement, List<?> rows, LongPredicate isEnd) {
        FoundRelationships found = new FoundRelationships();
        for (List<?> page : Lists.partition(rows, ROWS_PER_PAGE)) {
            database.read(tx -> tx.run(statement, Map.of("batch", Statements.batch(page)))
                            .list())
                    .forEach(ofOneType -> found.add(ofOneType, isEnd));
        }
        return found;
    }
}
