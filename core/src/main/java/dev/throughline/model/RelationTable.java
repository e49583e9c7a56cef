package dev.throughline.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Relations in primitive arrays, ordered by (start, type, end, properties), with an index of those that come in: 21
 * bytes a relation and 8 an asset.
 */
final class RelationTable {
    private static final RelationType[] TYPES = RelationType.values();

    private final int[] outOffsets;
    private final int[] from;
    private final int[] to;
    private final byte[] types;
    private final @Nullable Map<String, String>[] properties;
    private final int[] sets;
    private final int[] inOffsets;
    private final int[] in;
    private final SourceSets sourceSets;

    /** Takes over the columns of sorted relations; {@code null} stands for no properties. */
    RelationTable(
            int assets,
            int[] from,
            int[] to,
            byte[] types,
            @Nullable Map<String, String>[] properties,
            int[] sets,
            SourceSets sourceSets) {
        this.from = from;
        this.to = to;
        this.types = types;
        this.properties = properties;
        this.sets = sets;
        this.sourceSets = sourceSets;
        this.outOffsets = CountingSort.starts(from, assets);
        this.inOffsets = CountingSort.starts(to, assets);
        this.in = CountingSort.positions(to, inOffsets);
    }

    int size() {
        return to.length;
    }

    int firstOut(int asset) {
        return outOffsets[asset];
    }

    int firstOut(int asset, RelationType type) {
        return firstOut(asset, type, 0);
    }

    int endOut(int asset, RelationType type) {
        return firstOut(asset, type, Integer.MAX_VALUE);
    }

    /** The first relation of an asset that is of a type or a later one, and ends at another asset or beyond. */
    @SuppressWarnings("EnumOrdinal") // types are packed into bytes; the numbers never leave the process
    int firstOut(int asset, RelationType type, int end) {
        int low = outOffsets[asset];
        int high = outOffsets[asset + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            int byType = Integer.compare(types[middle], type.ordinal());
            if (byType < 0 || (byType == 0 && to[middle] < end)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    int firstIn(int asset) {
        return inOffsets[asset];
    }

    int in(int position) {
        return in[position];
    }

    int from(int relation) {
        return from[relation];
    }

    int to(int relation) {
        return to[relation];
    }

    RelationType type(int relation) {
        return TYPES[types[relation]];
    }

    byte typeNumber(int relation) {
        return types[relation];
    }

    Map<String, String> properties(int relation) {
        Map<String, String> some = properties[relation];
        return some == null ? Map.of() : some;
    }

    @Nullable
    Map<String, String> propertiesOrNull(int relation) {
        return properties[relation];
    }

    int set(int relation) {
        return sets[relation];
    }

    List<Provenance> sources(int relation) {
        return sourceSets.sources(sets[relation]);
    }

    SourceSets sourceSets() {
        return sourceSets;
    }

    /** Copies types and properties of a stretch of relations. */
    void copy(int first, int end, byte[] someTypes, @Nullable Map<String, String>[] someProperties, int at) {
        System.arraycopy(types, first, someTypes, at, end - first);
        System.arraycopy(properties, first, someProperties, at, end - first);
    }

    /** Takes note of the assets that somebody relates who is not forgotten. */
    void markEnds(boolean[] keys, SourceSetMerge merge) {
        for (int i = 0; i < to.length; i++) {
            if (merge.survives(sets[i])) {
                keys[from[i]] = true;
                keys[to[i]] = true;
            }
        }
    }
}
