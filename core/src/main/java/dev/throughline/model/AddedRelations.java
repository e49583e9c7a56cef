package dev.throughline.model;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Relations that came in, in the order in which they came. */
final class AddedRelations {
    private int size;
    private int[] from = new int[0];
    private int[] to = new int[0];
    private byte[] types = new byte[0];
    private int[] sources = new int[0];

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type cannot be made otherwise
    private @Nullable Map<String, String>[] properties = new Map[0];

    /** Adds a relation between keys, said by a source, all by the numbers they have while the graph is built. */
    @SuppressWarnings("EnumOrdinal") // packed into a byte; the number never leaves the process
    void add(int start, RelationType type, int end, @Nullable Map<String, String> sharedProperties, int source) {
        if (size == to.length) {
            grow(Capacity.beyond(size, "relations"));
        }
        from[size] = start;
        to[size] = end;
        types[size] = (byte) type.ordinal();
        sources[size] = source;
        if (sharedProperties != null) {
            properties[size] = sharedProperties;
        }
        size++;
    }

    private void grow(int capacity) {
        from = Arrays.copyOf(from, capacity);
        to = Arrays.copyOf(to, capacity);
        types = Arrays.copyOf(types, capacity);
        sources = Arrays.copyOf(sources, capacity);
        properties = Arrays.copyOf(properties, capacity);
    }

    int size() {
        return size;
    }

    int from(int relation) {
        return from[relation];
    }

    int to(int relation) {
        return to[relation];
    }

    byte type(int relation) {
        return types[relation];
    }

    @Nullable
    Map<String, String> properties(int relation) {
        return properties[relation];
    }

    int source(int relation) {
        return sources[relation];
    }

    /** Takes note of the keys that somebody relates. */
    void markEnds(boolean[] keys, SourceMerge merge) {
        for (int i = 0; i < size; i++) {
            if (!merge.isForgotten(sources[i])) {
                keys[from[i]] = true;
                keys[to[i]] = true;
            }
        }
    }
}
