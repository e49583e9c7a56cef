package dev.throughline.graph;

import java.util.Iterator;
import java.util.List;

/**
 * Hands out batches to several threads: to each those of a stretch of its own, and when that is done those of the others.
 *
 * @param <E> the elements
 */
final class Stretches<E> {
    private final List<? extends Iterator<List<E>>> batches;
    private boolean failed;

    /** Takes the batches of each stretch. */
    Stretches(List<? extends Iterator<List<E>>> batches) {
        this.batches = batches;
    }

    /** The next batch; empty if there is none left, or if one could not be made: who asked for that one is told why. */
    synchronized List<E> next(int stretch) {
        try {
            return failed ? List.of() : firstFrom(stretch);
        } catch (RuntimeException | Error e) {
            failed = true;
            throw e;
        }
    }

    private List<E> firstFrom(int stretch) {
        for (int i = 0; i < batches.size(); i++) {
            Iterator<List<E>> some = batches.get((stretch + i) % batches.size());
            if (some.hasNext()) {
                return some.next();
            }
        }
        return List.of();
    }
}
