package dev.throughline.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The relations that came in and were not forgotten, ordered by (start, type, end, properties): sorted by the numbers
 * from the last to the first, each in linear time, so that an asset with a million relations is nothing special.
 */
final class SortedRelations {
    private final AddedRelations added;
    private final int[] order;
    private final int[] from;
    private final int[] to;
    private final int[] types;

    SortedRelations(AddedRelations added, KeyMerge keys, SourceMerge sources) {
        this.added = added;
        int[] left = IntStream.range(0, added.size())
                .filter(i -> !sources.isForgotten(added.source(i)))
                .toArray();
        int[] starts = new int[added.size()];
        int[] ends = new int[added.size()];
        int[] kinds = new int[added.size()];
        for (int i : left) {
            starts[i] = keys.after(added.from(i));
            ends[i] = keys.after(added.to(i));
            kinds[i] = added.type(i);
        }
        int[] byEnd = CountingSort.sorted(left, ends, keys.size());
        int[] byType = CountingSort.sorted(byEnd, kinds, RelationType.values().length);
        this.order = CountingSort.sorted(byType, starts, keys.size());
        this.from = inOrder(starts);
        this.to = inOrder(ends);
        this.types = inOrder(kinds);
        sortByProperties();
    }

    private int[] inOrder(int[] numbers) {
        int[] sorted = new int[order.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = numbers[order[i]];
        }
        return sorted;
    }

    private void sortByProperties() {
        for (int start = 0; start < order.length; ) {
            int end = start + 1;
            boolean differ = false;
            while (end < order.length && sameTypeAndEnds(start, end)) {
                differ |= properties(start) != properties(end);
                end++;
            }
            if (differ) {
                sortByProperties(start, end);
            }
            start = end;
        }
    }

    private void sortByProperties(int start, int end) {
        Integer[] group = Arrays.stream(order, start, end).boxed().toArray(Integer[]::new);
        Arrays.sort(group, Comparator.comparing(added::properties, PropertyMaps::compare));
        for (int i = start; i < end; i++) {
            order[i] = group[i - start];
        }
    }

    private boolean sameTypeAndEnds(int a, int b) {
        return from[a] == from[b] && to[a] == to[b] && types[a] == types[b];
    }

    /** Whether two are one relation. Equal properties are one object. */
    boolean same(int a, int b) {
        return sameTypeAndEnds(a, b) && properties(a) == properties(b);
    }

    int size() {
        return order.length;
    }

    int from(int position) {
        return from[position];
    }

    int to(int position) {
        return to[position];
    }

    byte type(int position) {
        return (byte) types[position];
    }

    @Nullable
    Map<String, String> properties(int position) {
        return added.properties(order[position]);
    }

    int source(int position) {
        return added.source(order[position]);
    }
}
