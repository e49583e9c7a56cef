package dev.throughline.connector.support;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Names of the members that are read of an object. They are looked for with every member of every record. Immutable. */
public final class JsonNames {
    private static final int MOST_PLACES = Long.SIZE;

    /** Each name at the place that its hash tells, or the next one that is free; half of the places or more are free. */
    private final @Nullable String[] places;

    private JsonNames(int places) {
        this.places = new String[places];
    }

    /**
     * Some names.
     *
     * @param names one to 31 names
     * @return the names
     * @throws IllegalArgumentException if there are more, or one is there twice
     */
    public static JsonNames of(String... names) {
        int places = 4 * Integer.highestOneBit(names.length);
        if (names.length == 0 || places > MOST_PLACES) {
            throw new IllegalArgumentException(names.length + " names, not 1 to 31");
        }
        JsonNames made = new JsonNames(places);
        for (String name : names) {
            made.add(name);
        }
        return made;
    }

    private void add(String name) {
        if (find(name) >= 0) {
            throw new IllegalArgumentException("the name " + name + " is there twice");
        }
        int place = start(name);
        while (places[place] != null) {
            place = after(place);
        }
        places[place] = name;
    }

    /** The place of a name, from 0 to 63; -1 if it is none of these. */
    int find(String name) {
        for (int place = start(name); ; place = after(place)) {
            String here = places[place];
            if (here == null) {
                return -1;
            }
            if (here.equals(name)) {
                return place;
            }
        }
    }

    /** The name at a place that was found. */
    String at(int place) {
        return Objects.requireNonNull(places[place]);
    }

    /** What belongs to each place; for one without a name, what belongs to the empty name. */
    <T> Stream<T> each(Function<String, T> mapping) {
        return Arrays.stream(places).map(name -> mapping.apply(name == null ? "" : name));
    }

    private int start(String name) {
        int hash = name.hashCode();
        return (hash ^ hash >>> 8) & (places.length - 1);
    }

    private int after(int place) {
        return (place + 1) & (places.length - 1);
    }
}
