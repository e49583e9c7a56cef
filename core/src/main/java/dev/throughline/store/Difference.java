package dev.throughline.store;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one ascending sequence differs from another. Takes time in the length of both, and memory in what differs.
 *
 * @param <E> the elements; those that compare as equal are the same element, those that are equal did not change
 * @param size how many elements there are afterwards
 * @param added the elements that only come afterwards, ascending
 * @param changed the elements that are not equal, as they are afterwards, ascending
 * @param removed the elements that only were before, ascending
 */
public record Difference<E extends Comparable<E>>(long size, List<E> added, List<E> changed, List<E> removed) {
    /**
     * Walks two sequences side by side.
     *
     * @param <E> the elements
     * @param before one sequence, strictly ascending
     * @param after the other, strictly ascending
     * @return the difference
     */
    public static <E extends Comparable<E>> Difference<E> between(Iterable<E> before, Iterable<E> after) {
        List<E> added = new ArrayList<>();
        List<E> changed = new ArrayList<>();
        List<E> removed = new ArrayList<>();
        Iterator<E> old = before.iterator();
        @Nullable E last = next(old);
        long size = 0;
        for (E element : after) {
            size++;
            int order = order(last, element);
            for (; last != null && order < 0; order = order(last, element)) {
                removed.add(last);
                last = next(old);
            }
            if (order > 0) {
                added.add(element);
                continue;
            }
            if (!element.equals(last)) {
                changed.add(element);
            }
            last = next(old);
        }
        for (; last != null; last = next(old)) {
            removed.add(last);
        }
        return new Difference<>(size, added, changed, removed);
    }

    /**
     * The same, where equal elements were left out of both sequences.
     *
     * @param all how many elements there are afterwards, with those left out
     * @return a new difference
     */
    public Difference<E> ofSize(long all) {
        return new Difference<>(all, added, changed, removed);
    }

    private static <E extends Comparable<E>> int order(@Nullable E last, E element) {
        return last == null ? 1 : last.compareTo(element);
    }

    private static <E> @Nullable E next(Iterator<E> elements) {
        return elements.hasNext() ? elements.next() : null;
    }

    /**
     * The number of elements that differ.
     *
     * @return the number
     */
    public int changes() {
        return added.size() + changed.size() + removed.size();
    }
}
