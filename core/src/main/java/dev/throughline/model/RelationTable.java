package dev.throughline.model;

import java.util.Arrays;
import java.util.Map;

/**
 * Relations in primitive arrays, ordered by (start, type, end, properties), with an index of those that come in: 26
 * bytes a relation.
 */
final class RelationTable {
    private static final RelationType[] TYPES = RelationType.values();

    private final int[] outOffsets;
    private final int[] from;
    private final int[] to;
    private final byte[] types;
    private final int[] properties;
    private final int[] sources;
    private final int[] inOffsets;
    private final int[] in;
    private final Map<String, String>[] propertyTable;
    private final Provenance[][] sourceTable;

    RelationTable(
            int assets,
            int[] from,
            int[] to,
            byte[] types,
            int[] properties,
            int[] sources,
            Map<String, String>[] propertyTable,
            Provenance[][] sourceTable) {
        this.from = from;
        this.to = to;
        this.types = types;
        this.properties = properties;
        this.sources = sources;
        this.propertyTable = propertyTable;
        this.sourceTable = sourceTable;
        this.outOffsets = offsets(assets, from);
        this.inOffsets = offsets(assets, to);
        this.in = new int[to.length];
        int[] next = Arrays.copyOf(inOffsets, assets);
        for (int i = 0; i < to.length; i++) {
            in[next[to[i]]++] = i;
        }
    }

    /** Where the relations of each asset begin, once they are grouped by an end. */
    static int[] offsets(int assets, int[] ends) {
        int[] offsets = new int[assets + 1];
        for (int end : ends) {
            offsets[end + 1]++;
        }
        for (int i = 0; i < assets; i++) {
            offsets[i + 1] += offsets[i];
        }
        return offsets;
    }

    int size() {
        return to.length;
    }

    int firstOut(int asset) {
        return outOffsets[asset];
    }

    @SuppressWarnings("EnumOrdinal") // types are packed into bytes; the numbers never leave the process
    int firstOut(int asset, RelationType type) {
        return lowerBound(asset, type.ordinal());
    }

    @SuppressWarnings("EnumOrdinal")
    int endOut(int asset, RelationType type) {
        return lowerBound(asset, type.ordinal() + 1);
    }

    private int lowerBound(int asset, int type) {
        int low = outOffsets[asset];
        int high = outOffsets[asset + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (types[middle] < type) {
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

    Map<String, String> properties(int relation) {
        return propertyTable[properties[relation]];
    }

    Provenance[] sources(int relation) {
        return sourceTable[sources[relation]];
    }
}
