package dev.throughline.samples.benchmark;

import dev.throughline.model.Asset;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/**
 * Writes a graph as most tools do: {@code UNWIND … MERGE} by label, batches of 10,000, one thread, uniqueness constraints.
 * Labels and types come from the model's enums.
 */
final class MergeBaseline {
    private static final int BATCH = 10_000;

    private final Driver driver;

    MergeBaseline(Driver driver) {
        this.driver = driver;
    }

    void write(RiskGraph graph) {
        try (Session session = driver.session()) {
            for (AssetKind kind : AssetKind.values()) {
                run(
                        session,
                        "CREATE CONSTRAINT IF NOT EXISTS FOR (n:Base" + kind.label() + ") REQUIRE n.key IS UNIQUE",
                        Map.of());
            }
            writeAssets(session, graph);
            writeRelations(session, graph);
        }
    }

    private static void writeAssets(Session session, RiskGraph graph) {
        Map<AssetKind, List<Map<String, Object>>> rows = new EnumMap<>(AssetKind.class);
        for (Asset asset : graph.assets()) {
            rows.computeIfAbsent(asset.kind(), k -> new ArrayList<>()).add(row(asset));
        }
        rows.forEach((kind, all) -> inBatches(
                all,
                batch -> run(
                        session,
                        "UNWIND $rows AS row MERGE (n:Base" + kind.label() + " {key: row.key}) SET n += row",
                        Map.of("rows", batch))));
    }

    private static Map<String, Object> row(Asset asset) {
        Map<String, Object> row = new HashMap<>();
        row.put("key", asset.key().text());
        @Nullable Object[] values = asset.kind().values(asset);
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value != null) {
                row.put(asset.kind().attributes().get(i), value instanceof Enum<?> e ? e.name() : value);
            }
        }
        return row;
    }

    private static void writeRelations(Session session, RiskGraph graph) {
        Map<String, List<Map<String, Object>>> rows = new HashMap<>();
        graph.relations().forEach(relation -> {
            String statement = statement(graph, relation);
            rows.computeIfAbsent(statement, s -> new ArrayList<>())
                    .add(Map.of(
                            "from", relation.from().text(),
                            "to", relation.to().text(),
                            "properties", relation.properties()));
        });
        rows.forEach((statement, all) -> inBatches(all, batch -> run(session, statement, Map.of("rows", batch))));
    }

    private static String statement(RiskGraph graph, Relation relation) {
        RelationType type = relation.type();
        String from = graph.asset(graph.number(relation.from())).kind().label();
        String to = graph.asset(graph.number(relation.to())).kind().label();
        return "UNWIND $rows AS row MATCH (a:Base" + from + " {key: row.from}) MATCH (b:Base" + to
                + " {key: row.to}) MERGE (a)-[r:BASE_" + type.name() + "]->(b) SET r += row.properties";
    }

    private static <T> void inBatches(List<T> rows, java.util.function.Consumer<List<T>> write) {
        for (int i = 0; i < rows.size(); i += BATCH) {
            write.accept(rows.subList(i, Math.min(rows.size(), i + BATCH)));
        }
    }

    private static void run(Session session, String statement, Map<String, Object> parameters) {
        session.executeWriteWithoutResult(
                transaction -> transaction.run(statement, parameters).consume());
    }
}
