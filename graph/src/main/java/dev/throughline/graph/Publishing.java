package dev.throughline.graph;

import dev.throughline.store.Projection;
import dev.throughline.store.Publication;
import java.util.function.Function;

/**
 * One publish. It claims the published graph, finds out what has to be written, and writes it: in one transaction if that
 * is possible, so that nobody sees anything between; otherwise in several, and the state says so until they are done.
 *
 * <p>Whatever goes wrong, the next attempt claims anew and looks what is there. So nothing is written twice, and what a
 * crash left half-way is finished by the next publish.
 */
final class Publishing {
    /** Batches that one transaction has memory for in a server with the usual settings: a node takes up to 6 KB of it. */
    private static final double BATCHES_AT_ONCE = 2.5;

    private final Database database;
    private final Projection projection;
    private final Function<Claim, Changes> comparison;
    private final int rowsPerBatch;

    /** By earlier attempts, as far as they came to know. */
    private long written;

    /**
     * Prepares a publish.
     *
     * @param comparison finds out what has to be written, once the graph is claimed
     * @param rowsPerBatch how many elements are written by one statement
     */
    Publishing(Database database, Projection projection, Function<Claim, Changes> comparison, int rowsPerBatch) {
        this.database = database;
        this.projection = projection;
        this.comparison = comparison;
        this.rowsPerBatch = rowsPerBatch;
    }

    Shown run() {
        return database.repeat(rowsPerBatch, this::attempt);
    }

    private Shown attempt(int rows) {
        Claim claim = Claim.take(database);
        Changes changes = comparison.apply(claim);
        GraphWriter writer = new GraphWriter(changes, database.tenant(), claim.naming());
        Publication done = changes.count() <= BATCHES_AT_ONCE * rows
                ? writeAtOnce(claim, changes, writer, rows)
                : writeInSteps(claim, changes, writer, rows);
        return new Shown(projection, done, claim.publisher());
    }

    private Publication writeAtOnce(Claim claim, Changes changes, GraphWriter writer, int rows) {
        Publication done = publication(changes, true, written + changes.count());
        claim.setState(done, tx -> writer.write(Writing.in(tx, rows)));
        return done;
    }

    private Publication writeInSteps(Claim claim, Changes changes, GraphWriter writer, int rows) {
        claim.setState(publication(changes, false, written), tx -> {});
        Lanes lanes = new Lanes(claim, rows);
        try (lanes) {
            writer.write(lanes);
        } finally {
            written += lanes.written();
        }
        Publication done = publication(changes, true, written);
        claim.setState(done, tx -> {});
        return done;
    }

    private Publication publication(Changes changes, boolean complete, long elements) {
        return new Publication(
                projection.version(),
                projection.assessedAt(),
                complete,
                changes.nodes(),
                changes.relationships(),
                elements);
    }
}
