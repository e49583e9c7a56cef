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

    /** Takes the batches of each stretch. */
    Stretches(List<? extends Iterator<List<E>>> batches) {
        this.batches = batches;
    }

    /** The next batch; empty if there is none left. */
    synchronized List<E> next(int stretch) {
        for (int i = 0; i < batches.size(); i++) {
            Iterator<List<E>> some = batches.get((stretch + i) % batches.size());
            if (some.hasNext()) {
                return some.next();
            }
        }
        return List.of();
    }
}
