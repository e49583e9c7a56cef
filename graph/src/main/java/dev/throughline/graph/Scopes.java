package dev.throughline.graph;

import dev.throughline.model.Scope;
import dev.throughline.store.HistoryCollectedException;
import dev.throughline.store.Snapshot;
import dev.throughline.store.StoreException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import org.neo4j.driver.Query;
import org.neo4j.driver.Record;
import org.neo4j.driver.SimpleQueryRunner;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/** What scopes say, and said. */
final class Scopes {
    private static final String HEADS = Cypher.statement("heads");
    private static final String HEADS_AT = Cypher.statement("heads-at");
    private static final String HEAD_NUMBERS = Cypher.statement("head-numbers");
    private static final String HEAD = Cypher.statement("head");
    private static final String LAST_SEEN = Cypher.statement("last-seen");

    /** How often to read again what a commit came in between of, and how long to wait before. */
    private static final int READINGS = 300;

    private static final long PAUSE_NANOS = 10_000_000;

    private final Database database;

    Scopes(Database database) {
        this.database = database;
    }

    List<Snapshot> heads() {
        Query query = new Query(HEADS, Map.of("tenant", database.tenant()));
        return settled(() ->
                database.read(tx -> saying(tx, query, row -> Optional.of(RunRow.snapshot(row.get("run"))))));
    }

    List<Snapshot> headsAt(Instant time) {
        Query query = new Query(HEADS_AT, Map.of("tenant", database.tenant(), "time", time.atZone(ZoneOffset.UTC)));
        return settled(() -> database.read(tx -> saying(tx, query, row -> headAt(row, time))));
    }

    Optional<Snapshot> head(Scope scope) {
        return settled(() -> database.read(tx -> head(tx, scope))).stream().findFirst();
    }

    /**
     * What a query finds of each scope, unless a head moved meanwhile. Neo4j reads what is committed at each row, not at one
     * moment; but heads only move forward, so what two readings agree upon was so between them. The query leaves out a scope
     * whose newest run it cannot see yet.
     */
    private Optional<List<Snapshot>> saying(
            TransactionContext tx, Query query, Function<Record, Optional<Snapshot>> snapshot) {
        Map<String, Long> numbers = new HashMap<>();
        List<Snapshot> saying = new ArrayList<>();
        tx.run(query).forEachRemaining(row -> {
            numbers.put(row.get("scope").asString(), row.get("head").asLong());
            snapshot.apply(row).filter(found -> !found.saysNothing()).ifPresent(saying::add);
        });
        saying.sort(Comparator.comparing(Snapshot::scope));
        return numbers.equals(numbers(tx, database.tenant())) ? Optional.of(saying) : Optional.empty();
    }

    /** The number of the head of each scope that has one. */
    static Map<String, Long> numbers(SimpleQueryRunner tx, String tenant) {
        Map<String, Long> numbers = new HashMap<>();
        tx.run(HEAD_NUMBERS, Map.of("tenant", tenant))
                .forEachRemaining(row ->
                        numbers.put(row.get("scope").asString(), row.get("head").asLong()));
        return numbers;
    }

    private static Optional<Snapshot> headAt(Record row, Instant time) {
        if (!row.get("run").isNull()) {
            return Optional.of(RunRow.snapshot(row.get("run")));
        }
        if (row.get("oldest").asLong() > 1) {
            throw new HistoryCollectedException(
                    Scope.parse(row.get("scope").asString()), time, RunRow.instant(row.get("since")));
        }
        return Optional.empty();
    }

    /** The head, or nothing if there is none. */
    private Optional<List<Snapshot>> head(TransactionContext tx, Scope scope) {
        List<Value> runs = tx.run(HEAD, parameters(scope)).list(row -> row.get("run"));
        return runs.stream().anyMatch(Value::isNull)
                ? Optional.empty()
                : Optional.of(runs.stream().map(RunRow::snapshot).toList());
    }

    /** Reads again while there is nothing: a reader may meet a head that moved to a run it cannot see yet. */
    private <T> T settled(Supplier<Optional<T>> reading) {
        for (int i = 0; i < READINGS; i++) {
            Optional<T> result = reading.get();
            if (result.isPresent()) {
                return result.get();
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        throw new StoreException("the heads at " + database.location() + " do not settle, or a run is missing", null);
    }

    Optional<Instant> lastSeen(Scope scope) {
        return database.read(tx -> tx.run(LAST_SEEN, parameters(scope)).stream()
                .filter(row -> !row.get("seenAt").isNull())
                .findFirst()
                .map(row -> RunRow.instant(row.get("seenAt"))));
    }

    private Map<String, Object> parameters(Scope scope) {
        return Map.of("tenant", database.tenant(), "scope", scope.toString());
    }
}
