package dev.throughline.graph;

import com.google.common.collect.AbstractIterator;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
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
    private List<E> fitting = new ArrayList<>();
    private List<E> others = new ArrayList<>();

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
            List<E> batch = fits ? fitting : others;
            batch.add(element);
            if (batch.size() == rows) {
                return fits ? takeFitting() : takeOthers();
            }
        }
        return !fitting.isEmpty() ? takeFitting() : !others.isEmpty() ? takeOthers() : endOfData();
    }

    private List<E> takeFitting() {
        List<E> batch = fitting;
        fitting = new ArrayList<>();
        return batch;
    }

    private List<E> takeOthers() {
        List<E> batch = others;
        others = new ArrayList<>();
        return batch;
    }
}
