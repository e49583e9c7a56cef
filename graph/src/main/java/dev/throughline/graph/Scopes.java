package dev.throughline.graph;

import dev.throughline.model.Scope;
import dev.throughline.store.ConflictException;
import dev.throughline.store.Snapshot;
import dev.throughline.store.StoreException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/** Scopes and their runs. */
final class Scopes {
    private static final String HEADS = Cypher.statement("heads");
    private static final String HEAD_NUMBERS = Cypher.statement("head-numbers");
    private static final String HEAD = Cypher.statement("head");
    private static final String SEEN = Cypher.statement("seen");
    private static final String LAST_SEEN = Cypher.statement("last-seen");
    private static final String COMMIT = Cypher.statement("commit");
    private static final String COMMIT_FOUND = Cypher.statement("commit-found");

    /** How often to read again what a commit came in between of, and how long to wait before. */
    private static final int READINGS = 300;

    private static final long PAUSE_NANOS = 10_000_000;

    private final Database database;

    Scopes(Database database) {
        this.database = database;
    }

    List<Snapshot> heads() {
        return settled(() -> database.read(this::heads));
    }

    Optional<Snapshot> head(Scope scope) {
        return settled(() -> database.read(tx -> head(tx, scope))).stream().findFirst();
    }

    /**
     * All heads, unless one moved meanwhile. Neo4j reads what is committed at each row, not at one moment; but heads only
     * move forward, so what two readings agree upon was so between them.
     */
    private Optional<List<Snapshot>> heads(TransactionContext tx) {
        Map<String, Long> numbers = new HashMap<>();
        List<Snapshot> heads = new ArrayList<>();
        for (Record row : tx.run(HEADS, Map.of("tenant", database.tenant())).list()) {
            numbers.put(row.get("scope").asString(), row.get("head").asLong());
            if (!row.get("run").isNull()) {
                heads.add(RunRow.snapshot(row.get("run")));
            }
        }
        Map<String, Long> again = new HashMap<>();
        tx.run(HEAD_NUMBERS, Map.of("tenant", database.tenant()))
                .forEachRemaining(row ->
                        again.put(row.get("scope").asString(), row.get("head").asLong()));
        heads.sort((a, b) -> a.scope().compareTo(b.scope()));
        return numbers.equals(again) && heads.size() == numbers.size() ? Optional.of(heads) : Optional.empty();
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

    Snapshot commit(Snapshot draft, long expectedRun) {
        String commitId = UUID.randomUUID().toString();
        Map<String, Object> run = RunRow.of(draft, database.tenant(), expectedRun + 1, commitId);
        return database.write(tx -> commit(tx, draft.scope(), run, expectedRun));
    }

    /** May be run again after it came about: then there is a run that carries our own commit id. */
    private Snapshot commit(TransactionContext tx, Scope scope, Map<String, Object> run, long expectedRun) {
        tx.run(SEEN, parameters(scope)).consume();
        Map<String, Object> parameters = new HashMap<>(parameters(scope));
        parameters.put("expected", expectedRun);
        parameters.put("run", run);
        List<Record> moved = tx.run(COMMIT, parameters).list();
        if (!moved.isEmpty()) {
            return RunRow.snapshot(moved.get(0).get("run"));
        }
        Record found = tx.run(COMMIT_FOUND, parameters).single();
        if (found.get("commitId").asString("").equals(run.get("commitId"))) {
            return RunRow.snapshot(found.get("run"));
        }
        throw new ConflictException(scope, expectedRun, found.get("head").asLong());
    }

    void seen(Scope scope) {
        database.write(tx -> tx.run(SEEN, parameters(scope)).consume());
    }

    Optional<Instant> lastSeen(Scope scope) {
        return database.read(tx -> tx.run(LAST_SEEN, parameters(scope)).stream()
                .findFirst()
                .map(row -> RunRow.instant(row.get("seenAt"))));
    }

    private Map<String, Object> parameters(Scope scope) {
        return Map.of("tenant", database.tenant(), "scope", scope.toString());
    }
}
