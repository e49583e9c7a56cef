package dev.throughline.model;

import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Brings sets of sources forward: without those that were forgotten, with those that came in. */
final class SourceSetMerge {
    private static final int NOBODY = -1;
    private static final int NOT_ASKED_FOR = -2;

    private final SourceSets old;
    private final SourceMerge sources;
    /** The number of the set that each old one became, or one of the constants. */
    private final int[] carried;

    private final List<ImmutableIntArray> several = new ArrayList<>();
    private final Map<ImmutableIntArray, Integer> numbers = new HashMap<>();
    private int[] members = new int[16];
    private int size;

    SourceSetMerge(SourceSets old, SourceMerge sources) {
        this.old = old;
        this.sources = sources;
        this.carried = new int[old.size()];
        for (int set = 0; set < carried.length; set++) {
            boolean survives = old.isOne(set)
                    ? !sources.isForgotten(set)
                    : old.members(set).stream().anyMatch(source -> !sources.isForgotten(source));
            carried[set] = survives ? NOT_ASKED_FOR : NOBODY;
        }
    }

    /** Whether anybody is left in an old set. */
    boolean survives(int set) {
        return carried[set] != NOBODY;
    }

    /** What an old set became; -1 if nobody is left in it. Made when asked for, so that unused sets do not pile up. */
    int carried(int set) {
        int known = carried[set];
        return known == NOT_ASKED_FOR ? carry(set) : known;
    }

    private int carry(int set) {
        addOld(set);
        carried[set] = take();
        return carried[set];
    }

    /** Adds who is left of an old set to the next set. */
    void addOld(int set) {
        if (old.isOne(set)) {
            add(set);
        } else {
            old.members(set).forEach(this::add);
        }
    }

    /** Adds a source to the next set, by the number it had while the graph was built, unless it was forgotten. */
    void add(int source) {
        if (sources.isForgotten(source)) {
            return;
        }
        if (size == members.length) {
            members = Arrays.copyOf(members, Capacity.beyond(size, "sources of a relation"));
        }
        members[size++] = sources.after(source);
    }

    /** The number of the set that was added up, in the new graph. */
    int take() {
        if (size > 1) {
            distinct();
        }
        int count = size;
        size = 0;
        return count == 1 ? members[0] : number(ImmutableIntArray.copyOf(Arrays.copyOf(members, count)));
    }

    private void distinct() {
        Arrays.sort(members, 0, size);
        int kept = 1;
        for (int i = 1; i < size; i++) {
            if (members[i] != members[kept - 1]) {
                members[kept++] = members[i];
            }
        }
        size = kept;
    }

    private int number(ImmutableIntArray set) {
        return numbers.computeIfAbsent(set, s -> {
            several.add(s);
            return sources.sources().length + several.size() - 1;
        });
    }

    /** The sets that were taken. */
    SourceSets table() {
        return new SourceSets(sources.sources(), List.copyOf(several));
    }
}
