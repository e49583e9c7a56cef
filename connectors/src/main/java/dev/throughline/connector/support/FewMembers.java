package dev.throughline.connector.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members of an object, in their order. Nearly all objects have few, so names are looked for one by one: many are the
 * very constant that is asked for. Objects of many members have a hash table, for a file may be made to have names that
 * nobody finds otherwise.
 */
final class FewMembers extends AbstractMap<String, JsonNode> {
    private static final int FEW = 16;

    private static final @Nullable String[] NO_NAMES = {};
    private static final @Nullable JsonNode[] NO_VALUES = {};

    private @Nullable String[] names = NO_NAMES;
    private @Nullable JsonNode[] values = NO_VALUES;
    private int size;

    /** Holds all once there are many. */
    private @Nullable Map<String, JsonNode> many;

    @Override
    public @Nullable JsonNode get(@Nullable Object name) {
        if (many != null) {
            return many.get(name);
        }
        int at = find(name);
        return at < 0 ? null : values[at];
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return many == null ? find(name) >= 0 : many.containsKey(name);
    }

    /** Where a name stands; -1 if it is not there, or there are many. */
    int find(@Nullable Object wanted) {
        if (wanted instanceof String name) {
            int hash = name.hashCode();
            for (int at = 0; at < size; at++) {
                String here = Objects.requireNonNull(names[at]);
                if (here.hashCode() == hash && here.equals(name)) {
                    return at;
                }
            }
        }
        return -1;
    }

    @Override
    public @Nullable JsonNode put(String name, JsonNode value) {
        if (many != null) {
            return many.put(name, value);
        }
        int at = find(name);
        if (at < 0) {
            add(name, value);
            return null;
        }
        JsonNode before = values[at];
        values[at] = value;
        return before;
    }

    /** Whether a name stands at a place. */
    boolean isAt(int at, String name) {
        return at < size && name.equals(names[at]);
    }

    /** The value at a place that was found. */
    JsonNode at(int at) {
        return Objects.requireNonNull(values[at]);
    }

    /** The first so many members, to which others can be added. */
    FewMembers first(int number) {
        FewMembers first = new FewMembers();
        first.names = Arrays.copyOf(names, Math.max(number + 1, first.names.length));
        first.values = Arrays.copyOf(values, first.names.length);
        Arrays.fill(first.names, number, first.names.length, null);
        Arrays.fill(first.values, number, first.values.length, null);
        first.size = number;
        return first;
    }

    boolean isMany() {
        return many != null;
    }

    /** Adds a member that is not there yet. */
    void add(String name, JsonNode value) {
        if (many == null && size == FEW) {
            many = new LinkedHashMap<>(this);
        }
        if (many != null) {
            many.put(name, value);
            return;
        }
        if (size == names.length) {
            int room = Math.max(4, 2 * size);
            names = Arrays.copyOf(names, room);
            values = Arrays.copyOf(values, room);
        }
        names[size] = name;
        values[size++] = value;
    }

    private void removeAt(int at) {
        size--;
        System.arraycopy(names, at + 1, names, at, size - at);
        System.arraycopy(values, at + 1, values, at, size - at);
        names[size] = null;
        values[size] = null;
    }

    @Override
    public int size() {
        return many == null ? size : many.size();
    }

    @Override
    public Set<Entry<String, JsonNode>> entrySet() {
        return many == null ? new Entries() : many.entrySet();
    }

    private final class Entries extends AbstractSet<Entry<String, JsonNode>> {
        @Override
        public int size() {
            return size;
        }

        @Override
        public Iterator<Entry<String, JsonNode>> iterator() {
            return new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < size;
                }

                @Override
                public Entry<String, JsonNode> next() {
                    if (next >= size) {
                        throw new NoSuchElementException();
                    }
                    String name = Objects.requireNonNull(names[next]);
                    return new SimpleImmutableEntry<>(name, Objects.requireNonNull(values[next++]));
                }

                @Override
                public void remove() {
                    removeAt(--next);
                }
            };
        }
    }
}
