package dev.throughline.graph;

import dev.throughline.store.Projection;
import dev.throughline.store.Publication;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/**
 * Publishes for one tenant, and remembers what it published: the next publish then compares two projections in memory and
 * reads nothing back. It does read back when it does not know what is shown: in a new process, after another one published,
 * and after a failure.
 */
final class Publisher {
    private static final int ROWS_PER_BATCH = 10_000;
    private static final String STATE = Cypher.statement("publication");

    private final Database database;
    private @Nullable Shown shown;

    Publisher(Database database) {
        this.database = database;
    }

    synchronized Publication publish(Projection projection) {
        PublishedGraph published = new PublishedGraph(database);
        Shown last = shown;
        return run(
                projection,
                claim -> last != null && last.publisher().equals(claim.shownBy())
                        ? KnownChanges.between(last.projection(), projection, published)
                        : FoundChanges.between(published, projection, true));
    }

    synchronized Publication rebuild(Projection projection) {
        PublishedGraph published = new PublishedGraph(database);
        return run(projection, claim -> FoundChanges.between(published, projection, false));
    }

    private Publication run(Projection projection, Function<Claim, Changes> comparison) {
        shown = null;
        Shown now = new Publishing(database, projection, comparison, ROWS_PER_BATCH).run();
        shown = now;
        return now.publication();
    }

    Optional<Publication> published() {
        return database.read(tx -> tx.run(STATE, Map.of("tenant", database.tenant())).stream()
                .findFirst()
                .map(Publisher::publication));
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
}
