package dev.throughline.graph;

import com.google.common.base.Splitter;
import dev.throughline.store.StoreException;
import java.util.Map;

/**
 * Brings the constraints of a database to the version this code was written for. A version is one file of statements,
 * each of which may be run again; later versions are further files. A migration tool would bring a second kind of
 * bookkeeping and a dependency for what these few lines do.
 *
 * <p>Without its constraint a {@code MERGE} makes duplicates when two writers meet, so nothing is written before this.
 */
final class Schema {
    /** The version this code writes and reads. */
    static final int VERSION = 2;

    private static final String FOUND = Cypher.statement("schema-version");
    private static final String REACHED = Cypher.statement("schema-reached");

    private Schema() {}

    static void ensure(Database database) {
        long found = database.read(tx -> tx.run(FOUND).single().get("version").asLong());
        if (found > VERSION) {
            throw new StoreException(
                    "the graph at " + database.location() + " was written by a newer Throughline (schema " + found
                            + ", this one knows " + VERSION + ")",
                    null);
        }
        for (long version = found + 1; version <= VERSION; version++) {
            migrate(database, version);
        }
    }

    /** Constraints and data must not meet in one transaction. */
    private static void migrate(Database database, long version) {
        Splitter.on(';')
                .trimResults()
                .omitEmptyStrings()
                .split(Cypher.statement("schema-" + version))
                .forEach(statement -> database.write(tx -> tx.run(statement).consume()));
        database.write(tx -> tx.run(REACHED, Map.of("version", version)).consume());
    }
}
