package dev.throughline.fact;

/**
 * A part of a scope with a completeness of its own. It is at once the unit of completeness, of replacement, of storage
 * and of incremental work.
 */
public interface Partition {
    /**
     * Its name, unique in its scope and stable from one reading to the next, such as a path or the name of a repository.
     *
     * @return the name
     */
    String name();

    /**
     * Reads all facts of this partition. The order in which they are handed over does not matter.
     *
     * @param sink takes the facts
     * @return whether everything was read. There is no default: an HTTP 200 alone does not make a reading complete
     * @throws SourceException if the partition cannot be read; it then keeps the facts it had
     */
    Completeness read(FactSink sink);
}
