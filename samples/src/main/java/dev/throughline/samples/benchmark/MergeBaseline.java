package dev.throughline.samples.benchmark;

import dev.throughline.model.Asset;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Relation;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/**
 * Writes an estate as most tools do: {@code UNWIND … MERGE} by label, batches of 10,000, one thread, uniqueness constraints.
 *
 * <p>Made as fast as that can be: constraints exist, and facts are sorted by statement, before it starts; rows are built
 * batch by batch; labels and types come from the model's enums.
 */
final class MergeBaseline {
    private static final int BATCH = 10_000;

    private final Map<AssetKind, List<Asset>> assets = new EnumMap<>(AssetKind.class);
    private final Map<String, List<Relation>> relations = new LinkedHashMap<>();

    MergeBaseline(ObservedEstate estate) {
        for (Asset asset : estate.assets()) {
            assets.computeIfAbsent(asset.kind(), k -> new ArrayList<>()).add(asset);
        }
        for (Relation relation : estate.relations()) {
            String from = estate.kind(relation.from()).label();
            String to = estate.kind(relation.to()).label();
            relations
                    .computeIfAbsent(
                            "UNWIND $rows AS row MATCH (a:" + from + " {key: row.from}) MATCH (b:" + to
                                    + " {key: row.to}) MERGE (a)-[r:"
                                    + relation.type().name()
                                    + "]->(b) SET r += row.properties",
                            s -> new ArrayList<>())
                    .add(relation);
        }
    }

    void createConstraints(Driver driver) {
        try (Session session = driver.session()) {
            session.executeWriteWithoutResult(transaction -> assets.keySet()
                    .forEach(kind -> transaction
                            .run("CREATE CONSTRAINT FOR (n:" + kind.label() + ") REQUIRE n.key IS UNIQUE")
                            .consume()));
            session.run("CALL db.awaitIndexes()").consume();
        }
    }

    void write(Driver driver) {
        try (Session session = driver.session()) {
            assets.forEach((kind, all) -> write(
                    session,
                    "UNWIND $rows AS row MERGE (n:" + kind.label() + " {key: row.key}) SET n += row.properties",
                    all,
                    MergeBaseline::row));
            relations.forEach((statement, all) -> write(session, statement, all, MergeBaseline::row));
        }
    }

    private static <T> void write(
            Session session, String statement, List<T> facts, Function<T, Map<String, Object>> row) {
        for (int start = 0; start < facts.size(); start += BATCH) {
            List<Map<String, Object>> rows = facts.subList(start, Math.min(facts.size(), start + BATCH)).stream()
                    .map(row)
                    .toList();
            run(session, statement, Map.of("rows", rows));
        }
    }

    private static void run(Session session, String statement, Map<String, Object> parameters) {
        session.executeWriteWithoutResult(
                transaction -> transaction.run(statement, parameters).consume());
    }

    private static Map<String, Object> row(Asset asset) {
        return Map.of("key", asset.key().text(), "properties", properties(asset));
    }

    private static Map<String, Object> row(Relation relation) {
        return Map.of(
                "from", relation.from().text(),
                "to", relation.to().text(),
                "properties", relation.properties());
    }

    /** What is known of an asset, as a property of a node can hold it. */
    static Map<String, Object> properties(Asset asset) {
        List<String> names = asset.kind().attributes();
        @Nullable Object[] values = asset.kind().values(asset);
        Map<String, Object> properties = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value != null) {
                properties.put(names.get(i), property(value));
            }
        }
        return Collections.unmodifiableMap(properties);
    }

    private static Object property(Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        return value instanceof Instant time ? time.atZone(ZoneOffset.UTC) : value;
    }
}
