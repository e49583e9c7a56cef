package dev.throughline.graph;

import dev.throughline.store.Publication;
import dev.throughline.store.StoreException;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.QueryRunner;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;

/**
 * The right to write the published graph of a tenant, until somebody else claims it. It is checked in every transaction
 * that writes, under a lock: that of the state, or that of a lane, so that lanes do not wait for each other.
 */
final class Claim {
    /** How many transactions may be open at a time. */
    static final int LANES = 2;

    private static final String TAKE = Cypher.statement("publish-claim");
    private static final String LANE = Cypher.statement("publish-lane");
    private static final String STATE = Cypher.statement("publish-state");

    private final Database database;
    private final String publisher;
    private final @Nullable String shownBy;
    private final Naming naming;

    private Claim(Database database, String publisher, @Nullable String shownBy, Naming naming) {
        this.database = database;
        this.publisher = publisher;
        this.shownBy = shownBy;
        this.naming = naming;
    }

    /** From here on publishers that are still at work are refused, so what is read next stays. */
    static Claim take(Database database) {
        String publisher = UUID.randomUUID().toString();
        Map<String, Object> parameters = Map.of(
                "tenant",
                database.tenant(),
                "publisher",
                publisher,
                "lanes",
                IntStream.range(0, LANES).boxed().toList());
        return database.write(tx -> {
            Result result = tx.run(TAKE, parameters);
            Record found = result.single();
            boolean whole = found.get("state").asString("").equals("PUBLISHED");
            String shownBy = whole ? found.get("previous").asString() : null;
            String agent = result.consume().server().agent();
            return new Claim(database, publisher, shownBy, Naming.of(agent));
        });
    }

    /** Whose it is. */
    String publisher() {
        return publisher;
    }

    /** Who wrote what is shown; null if it is not whole, or there is nothing. */
    @Nullable
    String shownBy() {
        return shownBy;
    }

    Naming naming() {
        return naming;
    }

    /** Sets the state, and does more in the same transaction. */
    void setState(Publication publication, Consumer<QueryRunner> work) {
        Map<String, Object> state = Map.of(
                "version", publication.version(),
                "assessedAt", publication.assessedAt().atZone(ZoneOffset.UTC),
                "state", publication.complete() ? "PUBLISHED" : "PUBLISHING",
                "nodes", publication.nodes(),
                "relationships", publication.relationships(),
                "written", publication.written());
        database.writeOnce(tx -> {
            check(tx, STATE, Map.of("tenant", database.tenant(), "publisher", publisher, "state", state));
            work.accept(tx);
        });
    }

    /** Works in a lane, which only one transaction at a time does. */
    void inLane(int lane, Consumer<QueryRunner> work) {
        database.writeOnce(tx -> {
            check(tx, LANE, Map.of("tenant", database.tenant(), "publisher", publisher, "lane", lane));
            work.accept(tx);
        });
    }

    private void check(QueryRunner tx, String statement, Map<String, Object> parameters) {
        if (tx.run(statement, parameters).single().get("held").asLong() == 0) {
            throw new StoreException(
                    "somebody else began to publish at " + database.location() + " and goes on instead", null);
        }
    }
}
