package dev.throughline.model;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Merges the relations of a graph, without those that nobody says any more, with sorted ones that came in. Both have one
 * order, as the numbers of keys that stay keep theirs.
 */
final class RelationMerge {
    private final RelationTable old;
    private final SortedRelations added;
    private final KeyMerge keys;
    private final SourceSetMerge sourceSets;

    private final int[] from;
    private final int[] to;
    private final byte[] types;
    private final @Nullable Map<String, String>[] properties;
    private final int[] sets;
    private int size;

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type cannot be made otherwise
    RelationMerge(RelationTable old, SortedRelations added, KeyMerge keys, SourceSetMerge sourceSets) {
        this.old = old;
        this.added = added;
        this.keys = keys;
        this.sourceSets = sourceSets;
        int most = Capacity.check((long) old.size() + added.size(), "relations");
        this.from = new int[most];
        this.to = new int[most];
        this.types = new byte[most];
        this.properties = new Map[most];
        this.sets = new int[most];
    }

    RelationTable table() {
        int kept = nextKept(0);
        int next = 0;
        while (kept < old.size() || next < added.size()) {
            int order = compare(kept, next);
            if (order < 0) {
                carry(kept, sourceSets.carried(old.set(kept)));
                kept = nextKept(kept + 1);
                continue;
            }
            int first = next;
            do {
                sourceSets.add(added.source(next++));
            } while (next < added.size() && added.same(first, next));
            if (order > 0) {
                write(
                        added.from(first),
                        added.type(first),
                        added.to(first),
                        added.properties(first),
                        sourceSets.take());
            } else {
                sourceSets.addOld(old.set(kept));
                carry(kept, sourceSets.take());
                kept = nextKept(kept + 1);
            }
        }
        return finished();
    }

    private int nextKept(int relation) {
        int next = relation;
        while (next < old.size() && !sourceSets.survives(old.set(next))) {
            next++;
        }
        return next;
    }

    /** Compares an old relation with one that came in; where there is none, the other comes first. */
    private int compare(int kept, int next) {
        if (kept == old.size()) {
            return 1;
        }
        if (next == added.size()) {
            return -1;
        }
        int order = Integer.compare(keys.after(old.from(kept)), added.from(next));
        if (order == 0) {
            order = Byte.compare(old.typeNumber(kept), added.type(next));
        }
        if (order == 0) {
            order = Integer.compare(keys.after(old.to(kept)), added.to(next));
        }
        return order != 0 ? order : PropertyMaps.compare(old.propertiesOrNull(kept), added.properties(next));
    }

    private void carry(int relation, int set) {
        write(
                keys.after(old.from(relation)),
                old.typeNumber(relation),
                keys.after(old.to(relation)),
                old.propertiesOrNull(relation),
                set);
    }

    private void write(int start, byte type, int end, @Nullable Map<String, String> values, int set) {
        from[size] = start;
        to[size] = end;
        types[size] = type;
        if (values != null) {
            properties[size] = values;
        }
        sets[size++] = set;
    }

    private RelationTable finished() {
        boolean exact = size == to.length;
        return new RelationTable(
                keys.size(),
                exact ? from : Arrays.copyOf(from, size),
                exact ? to : Arrays.copyOf(to, size),
                exact ? types : Arrays.copyOf(types, size),
                exact ? properties : Arrays.copyOf(properties, size),
                exact ? sets : Arrays.copyOf(sets, size),
                sourceSets.table());
    }
}
