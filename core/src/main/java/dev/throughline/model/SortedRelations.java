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
    private final int[] from;
    private final int[] to;
    private final int[] order;

    SortedRelations(AddedRelations added, KeyMerge keys, SourceMerge sources) {
        this.added = added;
        int[] left = IntStream.range(0, added.size())
                .filter(i -> !sources.isForgotten(added.source(i)))
                .toArray();
        this.to = new int[added.size()];
        this.from = new int[added.size()];
        int[] types = new int[added.size()];
        for (int i : left) {
            to[i] = keys.after(added.to(i));
            from[i] = keys.after(added.from(i));
            types[i] = added.type(i);
        }
        int[] byEnd = CountingSort.sorted(left, to, keys.size());
        int[] byType = CountingSort.sorted(byEnd, types, RelationType.values().length);
        this.order = CountingSort.sorted(byType, from, keys.size());
        sortByProperties();
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
        return from(a) == from(b) && to(a) == to(b) && type(a) == type(b);
    }

    /** Whether two are one relation. Equal properties are one object. */
    boolean same(int a, int b) {
        return sameTypeAndEnds(a, b) && properties(a) == properties(b);
    }

    int size() {
        return order.length;
    }

    int from(int position) {
        return from[order[position]];
    }

    int to(int position) {
        return to[order[position]];
    }

    byte type(int position) {
        return added.type(order[position]);
    }

    @Nullable
    Map<String, String> properties(int position) {
        return added.properties(order[position]);
    }

    int source(int position) {
        return added.source(order[position]);
    }
}
