package dev.throughline.graph;

import dev.throughline.store.Projection;
import dev.throughline.store.Publication;
import dev.throughline.store.StoreException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.neo4j.driver.QueryRunner;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * One publish. It claims the published graph, reads what is there, and writes the difference: in one transaction if it is
 * small, so that nobody sees anything between; otherwise in several, and the state says so until they are done.
 *
 * <p>Whatever goes wrong, the next attempt starts by reading what is there. So nothing is written twice, and what a crash
 * left half-way is finished by the next publish.
 */
final class Publishing {
    private static final String STATE = Cypher.statement("publication");
    private static final String CLAIM = Cypher.statement("publish-claim");
    private static final String FENCE = Cypher.statement("publish-fence");
    private static final String SET_STATE = Cypher.statement("publish-state");

    private static final int ROWS_PER_TRANSACTION = 10_000;

    private final Database database;
    private final Projection projection;
    private final String publisher = UUID.randomUUID().toString();

    /** By earlier attempts, as far as they came to know. */
    private long written;

    Publishing(Database database, Projection projection) {
        this.database = database;
        this.projection = projection;
    }

    static Optional<Publication> published(Database database) {
        return database.read(tx -> tx.run(STATE, Map.of("tenant", database.tenant())).stream()
                .findFirst()
                .map(Publishing::publication));
    }

    private static Publication publication(Record row) {
        return new Publication(
                row.get("version").asString(),
                RunRow.instant(row.get("assessedAt")),
                row.get("state").asString().equals("PUBLISHED"),
                row.get("nodes").asLong(),
                row.get("relationships").asLong(),
                row.get("written").asLong());
    }

    Publication run() {
        return database.repeat(ROWS_PER_TRANSACTION, this::attempt);
    }

    private Publication attempt(int rows) {
        PublishedGraph graph = PublishedGraphReader.read(database, claim());
        graph.compareWith(projection);
        long changes = graph.changes();
        return changes <= rows / 2 ? writeAtOnce(graph, changes) : writeInSteps(graph, rows);
    }

    /** From here on other publishers that are still at work are refused, so what is read next stays. */
    private List<String> claim() {
        return database.write(tx -> tx.run(CLAIM, Map.of("tenant", database.tenant(), "publisher", publisher))
                .single()
                .get("propertyNames")
                .asList(Value::asString));
    }

    private Publication writeAtOnce(PublishedGraph graph, long changes) {
        Publication done = publication(graph, true, written + changes);
        transaction(tx -> {
            if (changes > 0) {
                write(graph, new Writing(database.tenant(), ROWS_PER_TRANSACTION, work -> work.accept(tx)));
            }
            setState(tx, graph, done);
        });
        return done;
    }

    private Publication writeInSteps(PublishedGraph graph, int rows) {
        transaction(tx -> setState(tx, graph, publication(graph, false, written)));
        Writing writing = new Writing(database.tenant(), rows, this::transaction);
        try {
            write(graph, writing);
        } finally {
            written += writing.written();
        }
        Publication done = publication(graph, true, written);
        transaction(tx -> setState(tx, graph, done));
        return done;
    }

    /** Relationships go first and come last, so that their ends are there. */
    private void write(PublishedGraph graph, Writing writing) {
        NodeWriter nodes = new NodeWriter(graph, database.tenant(), writing);
        RelationshipWriter relationships = new RelationshipWriter(graph, writing);
        relationships.delete();
        nodes.delete();
        nodes.write(projection);
        relationships.write(projection);
    }

    private void transaction(Consumer<QueryRunner> work) {
        database.writeOnce(tx -> {
            long held = tx.run(FENCE, Map.of("tenant", database.tenant(), "publisher", publisher))
                    .single()
                    .get("held")
                    .asLong();
            if (held == 0) {
                throw new StoreException(
                        "somebody else began to publish at " + database.location() + " and goes on instead", null);
            }
            work.accept(tx);
        });
    }

    private void setState(QueryRunner tx, PublishedGraph graph, Publication publication) {
        Map<String, Object> state = Map.of(
                "version", publication.version(),
                "assessedAt", publication.assessedAt().atZone(ZoneOffset.UTC),
                "state", publication.complete() ? "PUBLISHED" : "PUBLISHING",
                "nodes", publication.nodes(),
                "relationships", publication.relationships(),
                "written", publication.written(),
                "propertyNames", graph.propertyNames().stream().sorted().toList());
        tx.run(SET_STATE, Map.of("tenant", database.tenant(), "state", state)).consume();
    }

    private Publication publication(PublishedGraph graph, boolean complete, long elements) {
        return new Publication(
                projection.version(),
                projection.assessedAt(),
                complete,
                graph.wantedNodes(),
                graph.wantedRelationships(),
                elements);
    }
}
