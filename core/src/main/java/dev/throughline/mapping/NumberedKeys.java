package dev.throughline.mapping;

import dev.throughline.model.AssetKey;
import dev.throughline.model.RiskGraph;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The keys of some assets of a graph, ordered: a view of a stretch of their numbers, ascending and distinct. */
final class NumberedKeys extends AbstractSet<AssetKey> {
    private final RiskGraph graph;
    private final int[] numbers;
    private final int first;
    private final int end;

    NumberedKeys(RiskGraph graph, int[] numbers, int first, int end) {
        this.graph = graph;
        this.numbers = numbers;
        this.first = first;
        this.end = end;
    }

    NumberedKeys(RiskGraph graph, int[] numbers) {
        this(graph, numbers, 0, numbers.length);
    }

    @Override
    public Iterator<AssetKey> iterator() {
        return new Iterator<>() {
            private int next = first;

            @Override
            public boolean hasNext() {
                return next < end;
            }

            @Override
            public AssetKey next() {
                if (next >= end) {
                    throw new NoSuchElementException();
                }
                return graph.key(numbers[next++]);
            }
        };
    }

    @Override
    public int size() {
        return end - first;
    }

    @Override
    public boolean contains(Object key) {
        return key instanceof AssetKey asset && Arrays.binarySearch(numbers, first, end, graph.number(asset)) >= 0;
    }
}
