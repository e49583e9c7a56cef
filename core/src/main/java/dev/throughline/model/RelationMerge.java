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
        int kept = 0;
        int next = 0;
        while (next < added.size()) {
            int start = added.from(next);
            int first = old.firstOut(keys.position(start));
            int end = keys.isNew(start) ? first : old.firstOut(keys.position(start) + 1);
            carry(kept, first);
            next = merge(first, end, next);
            kept = end;
        }
        carry(kept, old.size());
        return finished();
    }

    /** Carries a stretch of old relations over, without those that nobody says any more. */
    private void carry(int first, int end) {
        for (int i = first; i < end; i++) {
            int start = i;
            int set = sourceSets.carried(old.set(i));
            while (set >= 0) {
                sets[size + i - start] = set;
                set = ++i < end ? sourceSets.carried(old.set(i)) : -1;
            }
            old.copy(start, i, types, properties, size);
            for (int kept = start; kept < i; kept++) {
                from[size] = keys.after(old.from(kept));
                to[size++] = keys.after(old.to(kept));
            }
        }
    }

    /** Merges the relations that start at one asset, and tells where those of the next one come in. */
    private int merge(int first, int end, int firstAdded) {
        int start = added.from(firstAdded);
        int kept = first;
        int next = firstAdded;
        while (next < added.size() && added.from(next) == start) {
            int order = kept < end ? compare(kept, next) : 1;
            if (order < 0) {
                carry(kept, kept + 1);
                kept++;
            } else {
                int one = next;
                do {
                    sourceSets.add(added.source(next++));
                } while (next < added.size() && added.same(one, next));
                if (order == 0) {
                    sourceSets.addOld(old.set(kept++));
                }
                write(start, added.type(one), added.to(one), added.properties(one), sourceSets.take());
            }
        }
        carry(kept, end);
        return next;
    }

    /** An end that is not in the graph any more comes first, and is left out. */
    private int compare(int kept, int next) {
        int order = Byte.compare(old.typeNumber(kept), added.type(next));
        if (order == 0) {
            order = Integer.compare(keys.after(old.to(kept)), added.to(next));
        }
        return order != 0 ? order : PropertyMaps.compare(old.propertiesOrNull(kept), added.properties(next));
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
