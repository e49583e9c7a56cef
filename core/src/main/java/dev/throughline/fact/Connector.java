package dev.throughline.fact;

import dev.throughline.model.Scope;

/**
 * Reads one source. The unit of everything that follows is the {@link Partition}: a repository, a namespace, a file.
 *
 * <p>A connector emits facts as the source states them and judges nothing. It need not be thread-safe: it is used by one
 * thread at a time, but may be read many times, and the same source read again must give the same facts.
 */
public interface Connector {
    /**
     * What this connector reads.
     *
     * @return the scope, always the same
     */
    Scope scope();

    /**
     * Finds out what there is to read now. The partitions are read afterwards, one by one, in any order,
     * and the listing is closed.
     *
     * @return the partitions, and whether these are all
     * @throws SourceException if the source cannot be listed at all; the scope then keeps what it had
     */
    Listing list();
}
