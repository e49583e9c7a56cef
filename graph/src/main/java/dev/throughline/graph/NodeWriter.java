package dev.throughline.graph;

import com.google.common.collect.Sets;
import dev.throughline.store.Projection.ProjectedNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.QueryRunner;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;

/** Writes batches of nodes. */
final class NodeWriter {
    private static final String INSPECT = Cypher.statement("nodes-inspect");
    private static final String UPDATE = Cypher.statement("nodes-update");
    private static final String RELABEL = Cypher.statement("nodes-relabel");
    private static final String DELETE = Cypher.statement("nodes-delete");

    private final Statements statements;
    private final Naming naming;
    private final NodeNumbers numbers;

    NodeWriter(Statements statements, Naming naming, NodeNumbers numbers) {
        this.statements = statements;
        this.naming = naming;
        this.numbers = numbers;
    }

    void create(QueryRunner tx, List<ProjectedNode> nodes) {
        Map<List<String>, Value> labels = new HashMap<>();
        Map<String, List<Value>> rows = new HashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            ProjectedNode node = nodes.get(i);
            Value checked = labels.computeIfAbsent(node.labels(), NodeWriter::checked);
            rows.computeIfAbsent(naming.createNodes(node.labels()), s -> new ArrayList<>())
                    .add(Values.value(checked, Values.value(properties(node)), Values.value(i)));
        }
        rows.forEach((statement, sameLabels) -> {
            Record created = statements.run(tx, statement, sameLabels).get(0);
            Value found = created.get("numbers");
            Value positions = created.get("positions");
            for (int i = 0; i < found.size(); i++) {
                String id = nodes.get(positions.get(i).asInt()).id();
                numbers.put(NodeNumbers.indexable(id), found.get(i).asLong());
            }
        });
    }

    private static Value checked(List<String> labels) {
        ProjectionNames.checkLabels(labels);
        return Values.value(labels);
    }

    /** Looks first: labels and properties that are not ours stay. */
    void update(QueryRunner tx, List<ProjectedNode> nodes) {
        nodes.forEach(node -> ProjectionNames.checkLabels(node.labels()));
        Map<Long, Record> found = inspect(tx, nodes);
        List<Object> rows = new ArrayList<>();
        Map<String, List<Long>> relabelled = new HashMap<>();
        for (ProjectedNode node : nodes) {
            long number = numbers.of(node.id());
            Record there = found.get(number);
            if (there == null) {
                throw new OutdatedException();
            }
            Map<String, @Nullable Object> properties = properties(node);
            PropertyValues.withdraw(there.get("names").asList(Value::asString), properties);
            rows.add(List.of(number, NodeNumbers.indexable(node.id()), properties));
            Set<String> labels = ourLabels(there);
            if (!labels.equals(Set.copyOf(node.labels()))) {
                relabelled
                        .computeIfAbsent(relabel(labels, node.labels()), s -> new ArrayList<>())
                        .add(number);
            }
        }
        statements.runMatching(tx, UPDATE, rows);
        relabelled.forEach((statement, sameLabels) -> statements.runMatching(tx, statement, sameLabels));
    }

    private Map<Long, Record> inspect(QueryRunner tx, List<ProjectedNode> nodes) {
        List<Long> rows = nodes.stream().map(node -> numbers.of(node.id())).toList();
        Map<Long, Record> found = new HashMap<>();
        statements
                .run(tx, INSPECT, rows)
                .forEach(row -> found.put(row.get("number").asLong(), row));
        return found;
    }

    private static Set<String> ourLabels(Record there) {
        return Sets.intersection(Set.copyOf(there.get("labels").asList(Value::asString)), ProjectionNames.LABELS);
    }

    private static String relabel(Set<String> present, List<String> wanted) {
        Set<String> stale = Sets.difference(present, Set.copyOf(wanted));
        return RELABEL.replace("/*labels*/", Cypher.labels(wanted))
                .replace("/*remove*/", stale.isEmpty() ? "" : "REMOVE n" + Cypher.labels(stale));
    }

    private Map<String, @Nullable Object> properties(ProjectedNode node) {
        Map<String, Object> given = node.properties();
        Map<String, @Nullable Object> properties = PropertyValues.parameters(given);
        properties.put("tenant", statements.tenant());
        if (!isFoundByKey(node, given)) {
            properties.put("nodeId", NodeNumbers.indexable(node.id()));
        }
        properties.put("fingerprint", PropertyValues.fingerprint(node.labels(), given));
        return properties;
    }

    /** An asset has its id as its key: most nodes are assets, and a second copy of the text takes room and time. */
    private static boolean isFoundByKey(ProjectedNode node, Map<String, Object> properties) {
        return node.labels().contains("Asset") && node.id().equals(properties.get("key"));
    }

    void delete(QueryRunner tx, List<String> ids) {
        List<List<Object>> rows =
                ids.stream().map(id -> List.<Object>of(numbers.of(id), id)).toList();
        statements.run(tx, DELETE, rows);
    }
}
