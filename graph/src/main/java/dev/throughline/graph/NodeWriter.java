package dev.throughline.graph;

import com.google.common.collect.Sets;
import dev.throughline.store.Projection;
import dev.throughline.store.Projection.ProjectedNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neo4j.driver.QueryRunner;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Brings the nodes of the published graph to a projection. */
final class NodeWriter {
    private static final String CREATE = Cypher.statement("nodes-create");
    private static final String INSPECT = Cypher.statement("nodes-inspect");
    private static final String UPDATE = Cypher.statement("nodes-update");
    private static final String DELETE = Cypher.statement("nodes-delete");

    private final PublishedGraph graph;
    private final String tenant;
    private final Writing writing;

    NodeWriter(PublishedGraph graph, String tenant, Writing writing) {
        this.graph = graph;
        this.tenant = tenant;
        this.writing = writing;
    }

    void delete() {
        Batches<Map<String, Object>> deleted = new Batches<>(writing, writing::run);
        graph.unwantedNodes()
                .forEach(node -> deleted.add(
                        DELETE,
                        Map.of("nodeId", node.getKey(), "node", node.getValue().number())));
        deleted.finish();
    }

    /** Creates without looking what is known to be new, and changes what is outdated. */
    void write(Projection projection) {
        Batches<Map<String, Object>> created = new Batches<>(writing, this::create);
        Batches<ProjectedNode> updated = new Batches<>(writing, this::update);
        for (ProjectedNode node : projection.nodes()) {
            Element element = graph.node(node);
            if (!element.isPublished()) {
                created.add(CREATE.replace("/*labels*/", Cypher.labels(node.labels())), properties(node));
            } else if (element.isOutdated()) {
                updated.add(INSPECT, node);
            }
        }
        created.finish();
        updated.finish();
    }

    private void create(QueryRunner tx, String statement, List<Map<String, Object>> rows) {
        Record created = writing.run(tx, statement, rows).get(0);
        Value ids = created.get("ids");
        Value numbers = created.get("nodes");
        for (int i = 0; i < rows.size(); i++) {
            graph.created(ids.get(i).asString(), numbers.get(i).asLong());
        }
    }

    /** Looks first: labels and properties that are not ours stay. */
    private void update(QueryRunner tx, String inspect, List<ProjectedNode> nodes) {
        List<Long> numbers = nodes.stream().map(n -> graph.node(n).number()).toList();
        Map<Long, Record> found = new HashMap<>();
        writing.run(tx, inspect, numbers)
                .forEach(row -> found.put(row.get("node").asLong(), row));
        Map<String, List<Map<String, Object>>> byStatement = new LinkedHashMap<>();
        for (ProjectedNode node : nodes) {
            Record published = found.get(graph.node(node).number());
            if (published == null) {
                throw Writing.outdated();
            }
            byStatement
                    .computeIfAbsent(update(node, published), s -> new ArrayList<>())
                    .add(row(node, published));
        }
        byStatement.forEach((statement, rows) -> writing.runMatching(tx, statement, rows, Map.of()));
    }

    private static String update(ProjectedNode node, Record published) {
        Set<String> present = Set.copyOf(published.get("labels").asList(Value::asString));
        Set<String> stale =
                Sets.difference(Sets.intersection(present, ProjectionNames.LABELS), Set.copyOf(node.labels()));
        return UPDATE.replace("/*labels*/", Cypher.labels(node.labels()))
                .replace("/*remove*/", stale.isEmpty() ? "" : "REMOVE n" + Cypher.labels(stale));
    }

    private Map<String, Object> row(ProjectedNode node, Record published) {
        Map<String, Object> properties = properties(node);
        graph.withdraw(published.get("names").asList(Value::asString), properties);
        return Map.of("node", graph.node(node).number(), "nodeId", properties.get("nodeId"), "properties", properties);
    }

    private Map<String, Object> properties(ProjectedNode node) {
        Map<String, Object> properties = PropertyValues.parameters(node.properties());
        properties.put("tenant", tenant);
        properties.put("nodeId", PublishedGraph.indexable(node.id()));
        properties.put("fingerprint", graph.node(node).wanted());
        return properties;
    }
}
