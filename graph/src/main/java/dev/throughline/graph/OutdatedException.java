package dev.throughline.graph;

import org.neo4j.driver.exceptions.TransientException;

/** What is published is not what it was read or written as: somebody changed it. Looking again helps. */
final class OutdatedException extends TransientException {
    private static final long serialVersionUID = 1;

    OutdatedException() {
        super("Neo.TransientError.Transaction.Outdated", "somebody changed the published graph");
    }
}
