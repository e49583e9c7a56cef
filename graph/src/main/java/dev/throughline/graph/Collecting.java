package dev.throughline.graph;

import com.google.common.collect.Lists;
import dev.throughline.store.Collected;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neo4j.driver.Record;
import org.neo4j.driver.SimpleQueryRunner;
import org.neo4j.driver.Value;

/**
 * Removes superseded runs, then the chunks that no run names, in small transactions. Each one that removes chunks holds the
 * lock of the record, so that no head moves meanwhile, and looks at what was committed since the last one first.
 */
final class Collecting {
    private static final String SUPERSEDED = Cypher.statement("runs-superseded");
    private static final String DELETE_RUNS = Cypher.statement("runs-delete");
    private static final String RUN_CHUNKS = Cypher.statement("runs-chunks");
    private static final String LOCK = Cypher.statement("record-lock");
    private static final String PAGE = Cypher.statement("chunk-page");
    private static final String DELETE_CHUNKS = Cypher.statement("chunks-delete");

    private static final int RUNS_PER_DELETE = 16;
    private static final int CHUNKS_PER_PAGE = 10_000;
    private static final int CHUNKS_PER_DELETE = 16;

    private final Database database;
    private final Instant keepSince;
    private final Duration grace;

    /** The newest run of each scope whose chunks are known. */
    private final Map<String, Long> marked = new HashMap<>();

    private final Set<String> named = new HashSet<>();
    private long chunks;

    /** How many the last transaction deleted. */
    private long deleted;

    Collecting(Database database, Instant keepSince, Duration grace) {
        this.database = database;
        this.keepSince = keepSince;
        this.grace = grace;
    }

    Collected run() {
        long runs = deleteRuns();
        return new Collected(runs, deleteChunks());
    }

    /** Oldest first, so that what is left of a history has no holes. */
    private long deleteRuns() {
        List<Map<String, Object>> superseded = database.read(tx -> tx.run(
                        SUPERSEDED, Map.of("tenant", database.tenant(), "keepSince", keepSince.atZone(ZoneOffset.UTC)))
                .list(Record::asMap));
        return database.repeat(RUNS_PER_DELETE, size -> {
            for (List<Map<String, Object>> runs : Lists.partition(superseded, size)) {
                database.writeOnce(tx -> tx.run(DELETE_RUNS, Map.of("tenant", database.tenant(), "runs", runs))
                        .consume());
            }
            return superseded.size();
        });
    }

    private long deleteChunks() {
        database.read(tx -> {
            mark(tx);
            return marked;
        });
        for (List<String> page = page(""); !page.isEmpty(); page = page(page.get(page.size() - 1))) {
            delete(page.stream().filter(hash -> !named.contains(hash)).toList());
        }
        return chunks;
    }

    /** Looks at what the runs name that were not looked at yet. */
    private void mark(SimpleQueryRunner tx) {
        List<Map<String, Object>> moved = new ArrayList<>();
        Scopes.numbers(tx, database.tenant()).forEach((scope, head) -> {
            long known = marked.getOrDefault(scope, 0L);
            if (known < head) {
                moved.add(Map.of("scope", scope, "number", known));
            }
        });
        if (!moved.isEmpty()) {
            tx.run(RUN_CHUNKS, Map.of("tenant", database.tenant(), "marked", moved))
                    .forEachRemaining(this::mark);
        }
    }

    private void mark(Record run) {
        marked.merge(run.get("scope").asString(), run.get("number").asLong(), Math::max);
        run.get("chunks")
                .asList(Value::asString, List.of())
                .forEach(hashes -> RunRow.hashes(hashes).forEach(named::add));
    }

    private List<String> page(String after) {
        Map<String, Object> parameters = Map.of("tenant", database.tenant(), "after", after, "limit", CHUNKS_PER_PAGE);
        return database.read(
                tx -> tx.run(PAGE, parameters).single().get("hashes").asList(Value::asString));
    }

    /** What an earlier attempt deleted is not there any more. */
    private void delete(List<String> unnamed) {
        database.repeat(CHUNKS_PER_DELETE, size -> {
            for (List<String> some : Lists.partition(unnamed, size)) {
                database.writeOnce(tx -> delete(tx, some));
                chunks += deleted;
            }
            return chunks;
        });
    }

    private void delete(SimpleQueryRunner tx, List<String> unnamed) {
        tx.run(LOCK, Map.of("tenant", database.tenant())).consume();
        mark(tx);
        List<String> hashes =
                unnamed.stream().filter(hash -> !named.contains(hash)).toList();
        Map<String, Object> parameters =
                Map.of("tenant", database.tenant(), "hashes", hashes, "grace", grace.toSeconds());
        deleted = tx.run(DELETE_CHUNKS, parameters).single().get("deleted").asLong();
    }
}
