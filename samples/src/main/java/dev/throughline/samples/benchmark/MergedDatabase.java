package dev.throughline.samples.benchmark;

import dev.throughline.graph.EmbeddedNeo4j;
import java.time.Duration;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/** A database of its own that {@link MergeBaseline} wrote an estate into, and how long that took. */
final class MergedDatabase implements AutoCloseable {
    private final EmbeddedNeo4j server;
    private final Driver driver;
    private final Times times;

    private MergedDatabase(Times times) {
        this.server = EmbeddedNeo4j.throwAway();
        this.driver = connect(server);
        this.times = times;
    }

    static Driver connect(EmbeddedNeo4j server) {
        return GraphDatabase.driver(server.boltUri(), AuthTokens.basic(server.user(), server.password()));
    }

    /** Writes an estate as often as its time takes to be known, each time into a new database, and keeps the last. */
    static MergedDatabase of(ObservedEstate estate) {
        MergeBaseline merge = new MergeBaseline(estate);
        Times times = new Times();
        MergedDatabase database = of(merge, times);
        while (!times.enough()) {
            database.close();
            database = of(merge, times);
        }
        return database;
    }

    /** Writes an estate into a new database. */
    static MergedDatabase of(MergeBaseline merge, Times times) {
        MergedDatabase database = new MergedDatabase(times);
        merge.createConstraints(database.driver);
        times.measure(() -> merge.write(database.driver));
        return database;
    }

    Driver driver() {
        return driver;
    }

    /** The median of all times. */
    Duration time() {
        return times.median();
    }

    @Override
    public void close() {
        driver.close();
        server.close();
    }
}
