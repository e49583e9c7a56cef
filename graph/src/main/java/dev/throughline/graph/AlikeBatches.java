package dev.throughline.graph;

import com.google.common.collect.AbstractIterator;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Batches in each of which either all elements fulfil a condition or none does. The order stays as it is among those of a kind.
 *
 * @param <E> the elements
 */
final class AlikeBatches<E> extends AbstractIterator<List<E>> {
    private final Iterator<E> elements;
    private final Predicate<? super E> condition;
    private final int rows;

    /** By whether they fulfil the condition. */
    private final TreeMap<Boolean, List<E>> started = new TreeMap<>();

    AlikeBatches(Iterator<E> elements, Predicate<? super E> condition, int rows) {
        this.elements = elements;
        this.condition = condition;
        this.rows = rows;
    }

    @Override
    protected @Nullable List<E> computeNext() {
        while (elements.hasNext()) {
            E element = elements.next();
            boolean fits = condition.test(element);
            List<E> batch = started.computeIfAbsent(fits, f -> new ArrayList<>());
            batch.add(element);
            if (batch.size() == rows) {
                return started.remove(fits);
            }
        }
        Map.Entry<Boolean, List<E>> rest = started.pollFirstEntry();
        return rest == null ? endOfData() : rest.getValue();
    }
}
