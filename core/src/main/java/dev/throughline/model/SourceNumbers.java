package dev.throughline.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Numbers sources while a graph is built: those of the old graph as there, then those that came in. A source that is
 * forgotten and speaks again gets another number, so whatever carries the forgotten one is void.
 */
final class SourceNumbers {
    private final Provenance[] old;
    private final List<Provenance> added = new ArrayList<>();
    private final Map<Provenance, Integer> numbers = new HashMap<>();
    private final BitSet forgotten = new BitSet();
    private @Nullable Provenance last;
    private int lastNumber;

    /** Continues the numbers of sorted sources. */
    SourceNumbers(Provenance[] old) {
        this.old = old;
    }

    /** The number of a source. A reader adds one source's facts in a row, so the last one is kept at hand. */
    int of(Provenance source) {
        if (!source.equals(last)) {
            lastNumber = numbers.computeIfAbsent(source, this::find);
            last = source;
        }
        return lastNumber;
    }

    private int find(Provenance source) {
        int number = Arrays.binarySearch(old, source);
        if (number >= 0 && !forgotten.get(number)) {
            return number;
        }
        added.add(source);
        return old.length + added.size() - 1;
    }

    void forget(Provenance source) {
        Integer number = numbers.remove(source);
        if (number == null) {
            number = Arrays.binarySearch(old, source);
        }
        if (number >= 0) {
            forgotten.set(number);
        }
        last = null;
    }

    /** The sources that are left, sorted. */
    SourceMerge merge() {
        int count = old.length + added.size();
        Integer[] left =
                IntStream.range(0, count).filter(i -> !forgotten.get(i)).boxed().toArray(Integer[]::new);
        Arrays.sort(left, (a, b) -> source(a).compareTo(source(b)));
        Provenance[] sources = new Provenance[left.length];
        int[] after = new int[count];
        Arrays.fill(after, -1);
        for (int i = 0; i < left.length; i++) {
            sources[i] = source(left[i]);
            after[left[i]] = i;
        }
        return new SourceMerge(sources, after);
    }

    private Provenance source(int number) {
        return number < old.length ? old[number] : added.get(number - old.length);
    }
}
