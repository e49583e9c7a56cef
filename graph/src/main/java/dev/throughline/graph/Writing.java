package dev.throughline.graph;

import com.google.common.collect.Iterables;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.neo4j.driver.QueryRunner;

/** How the elements of one publish are written: in batches, all in one transaction or each in its own. */
interface Writing {
    /** Writes batches, one after the other. */
    <E> void inOrder(Iterable<E> elements, Work<E> work);

    /**
     * Writes batches that may be written at the same time, in each of which either all elements fulfil a condition or none does.
     * Returns when all are done.
     */
    <E> void sideBySide(Collection<E> elements, Predicate<? super E> condition, Work<E> work);

    /**
     * Writes a batch.
     *
     * @param <E> its elements
     */
    interface Work<E> {
        void write(QueryRunner tx, List<E> batch);
    }

    /** All in one transaction. */
    static Writing in(QueryRunner tx, int rows) {
        return new Writing() {
            @Override
            public <E> void inOrder(Iterable<E> elements, Work<E> work) {
                Iterables.partition(elements, rows).forEach(batch -> work.write(tx, batch));
            }

            @Override
            public <E> void sideBySide(Collection<E> elements, Predicate<? super E> condition, Work<E> work) {
                inOrder(elements, work);
            }
        };
    }
}
