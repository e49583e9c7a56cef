package dev.throughline.store;

/**
 * What was removed from the record.
 *
 * @param runs runs that were superseded
 * @param chunks chunks that no run named any more
 */
public record Collected(long runs, long chunks) {}
