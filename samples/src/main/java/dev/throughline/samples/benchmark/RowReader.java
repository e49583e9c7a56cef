package dev.throughline.samples.benchmark;

import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Provenance;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.RiskGraphBuilder;
import dev.throughline.model.Scope;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.Node;

/**
 * Reads a graph as one would without a record: one row for each node and relationship through the driver, a thousand rows
 * at a time, into the structure that assessments are made from.
 */
final class RowReader {
    private static final SessionConfig ROWS_AHEAD =
            SessionConfig.builder().withFetchSize(1000).build();
    private static final Provenance PROVENANCE = new Provenance(new Scope("neo4j", "rows"), "graph", Instant.EPOCH);

    private RowReader() {}

    static RiskGraph read(Driver driver) {
        RiskGraphBuilder graph = RiskGraph.builder();
        try (Session session = driver.session(ROWS_AHEAD)) {
            session.run("MATCH (n) RETURN n").stream()
                    .map(row -> row.get("n").asNode())
                    .filter(node -> node.containsKey("key")) // one node tells the version of the schema
                    .forEach(node -> graph.add(asset(node), PROVENANCE));
            session.run("MATCH (a)-[r]->(b) RETURN a.key, type(r), b.key, properties(r)")
                    .forEachRemaining(row -> graph.add(relation(row), PROVENANCE));
        }
        return graph.build();
    }

    private static Asset asset(Node node) {
        AssetKind kind = AssetKind.labelled(node.labels().iterator().next());
        List<String> names = kind.attributes();
        @Nullable Object[] values = new @Nullable Object[names.size()];
        for (int i = 0; i < values.length; i++) {
            Value value = node.get(names.get(i));
            values[i] = value.isNull() ? null : attribute(kind.attributeType(i), value);
        }
        return kind.create(new AssetKey(node.get("key").asString()), values);
    }

    private static Object attribute(Class<?> type, Value value) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> ((Enum<?>) constant).name().equals(value.asString()))
                    .findAny()
                    .orElseThrow();
        }
        return value.asObject() instanceof ZonedDateTime time ? time.toInstant() : value.asObject();
    }

    private static Relation relation(Record row) {
        return new Relation(
                new AssetKey(row.get(0).asString()),
                RelationType.valueOf(row.get(1).asString()),
                new AssetKey(row.get(2).asString()),
                row.get(3).asMap(Value::asString));
    }
}
