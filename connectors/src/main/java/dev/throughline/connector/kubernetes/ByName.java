package dev.throughline.connector.kubernetes;

import java.util.Collection;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The objects of one kind by their names. */
final class ByName<T> {
    private final NavigableMap<ObjectName, T> byName = new TreeMap<>();

    /** Adds an object, unless one of its name is there. */
    Addition add(ObjectName name, T object) {
        return Addition.of(object, byName.putIfAbsent(name, object));
    }

    @Nullable
    T get(ObjectName name) {
        return byName.get(name);
    }

    /** All objects by name, sorted. */
    NavigableMap<ObjectName, T> all() {
        return byName;
    }

    /** The objects of a namespace, sorted by name. */
    Collection<T> in(String namespace) {
        // No name is empty, and none has a control character before those that are allowed.
        return byName.subMap(new ObjectName(namespace, ""), new ObjectName(namespace + "\0", ""))
                .values();
    }
}
