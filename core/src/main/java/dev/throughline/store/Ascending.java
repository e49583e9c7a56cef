package dev.throughline.store;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * A sequence that checks its order while it is walked.
 *
 * @param <E> the elements
 */
final class Ascending<E extends Comparable<E>> implements Iterable<E> {
    private final Iterable<E> elements;

    Ascending(Iterable<E> elements) {
        this.elements = elements;
    }

    @Override
    public Iterator<E> iterator() {
        Iterator<E> walk = elements.iterator();
        return new Iterator<>() {
            private @Nullable E last;

            @Override
            public boolean hasNext() {
                return walk.hasNext();
            }

            @Override
            public E next() {
                E next = walk.next();
                if (last != null) {
                    check(last.compareTo(next), next);
                }
                last = next;
                return next;
            }
        };
    }

    private static void check(int order, Object element) {
        if (order == 0) {
            throw new IllegalArgumentException("the projection has two of '" + element + "'");
        }
        if (order > 0) {
            throw new IllegalArgumentException("the projection has '" + element + "' out of order");
        }
    }
}
