package dev.throughline.fact;

import dev.throughline.model.Scope;

/**
 * Is told how reading goes on, for a person who waits. Called from a reading thread, one at a time; must return at once.
 * Scopes that are read side by side take turns.
 */
public interface Progress {
    /** Tells nobody. */
    Progress SILENT = (scope, partitionsRead, partitions, facts) -> {};

    /**
     * A partition was read, or a further part of a large one.
     *
     * @param scope the scope being read
     * @param partitionsRead partitions read so far
     * @param partitions partitions in all
     * @param facts facts read so far
     */
    void advanced(Scope scope, int partitionsRead, int partitions, long facts);
}
