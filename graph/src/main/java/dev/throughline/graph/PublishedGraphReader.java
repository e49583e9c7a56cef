package dev.throughline.graph;

import com.google.common.collect.Lists;
import com.google.common.collect.Ordering;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * Reads the published graph in pages: lists instead of rows, which are many times faster, and never more of them than a
 * transaction has memory for. Analysts' nodes and relationships carry no fingerprint and are not seen.
 */
final class PublishedGraphReader {
    private static final String NODES = Cypher.statement("published-nodes");
    private static final String RELATIONSHIPS = Cypher.statement("published-relationships");

    private static final int NODES_PER_PAGE = 10_000;
    private static final int STARTS_PER_PAGE = 2_000;

    private final Database database;
    private final PublishedGraph graph;
    private final Map<Long, Element> nodes = new HashMap<>();

    private PublishedGraphReader(Database database, PublishedGraph graph) {
        this.database = database;
        this.graph = graph;
    }

    static PublishedGraph read(Database database, Collection<String> propertyNames) {
        PublishedGraph graph = new PublishedGraph(propertyNames);
        PublishedGraphReader reader = new PublishedGraphReader(database, graph);
        reader.readNodes();
        reader.readRelationships();
        return graph;
    }

    private void readNodes() {
        String after = "";
        int size;
        do {
            Map<String, Object> page = Map.of("tenant", database.tenant(), "after", after, "limit", NODES_PER_PAGE);
            Record found = database.read(tx -> tx.run(NODES, page).single());
            Value ids = found.get("ids");
            Value numbers = found.get("nodes");
            Value fingerprints = found.get("fingerprints");
            size = ids.size();
            for (int i = 0; i < size; i++) {
                after = ids.get(i).asString();
                long number = numbers.get(i).asLong();
                nodes.put(
                        number,
                        graph.foundNode(after, number, fingerprints.get(i).asLong()));
            }
        } while (size == NODES_PER_PAGE);
    }

    private void readRelationships() {
        for (List<Long> starts : Lists.partition(Ordering.natural().sortedCopy(nodes.keySet()), STARTS_PER_PAGE)) {
            database.read(tx -> tx.run(RELATIONSHIPS, Map.of("nodes", starts)).list())
                    .forEach(this::foundRelationships);
        }
    }

    private void foundRelationships(Record ofOneType) {
        String type = ofOneType.get("type").asString();
        Value starts = ofOneType.get("starts");
        Value ends = ofOneType.get("ends");
        Value discriminators = ofOneType.get("discriminators");
        Value numbers = ofOneType.get("relationships");
        Value fingerprints = ofOneType.get("fingerprints");
        for (int i = 0; i < numbers.size(); i++) {
            Element from = nodes.get(starts.get(i).asLong());
            Element to = nodes.get(ends.get(i).asLong());
            if (from != null && to != null) {
                graph.foundRelationship(
                        from,
                        type,
                        to,
                        discriminators.get(i).asString(),
                        numbers.get(i).asLong(),
                        fingerprints.get(i).asLong());
            }
        }
    }
}
