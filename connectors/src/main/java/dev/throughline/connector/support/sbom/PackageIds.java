package dev.throughline.connector.support.sbom;

import java.util.concurrent.ThreadLocalRandom;

/**
 * The numbers of packages by their {@linkplain DocumentId ids}: a hash table of primitives, half of which is free. Where an id
 * lies in it nobody foresees, so that no document can have ids that are all in one place.
 */
final class PackageIds {
    /** What an id takes in a table of which a half is free. */
    static final int BYTES = 2 * (Long.BYTES + Integer.BYTES);

    private final long factor = ThreadLocalRandom.current().nextLong() | 1;
    private long[] ids = new long[1 << 10];

    /** The number of the package plus one; 0 where a place is free. */
    private int[] numbers = new int[ids.length];

    private int size;

    /** Gives an id to a package, unless another has it already. */
    void add(long id, int number) {
        int place = place(id);
        if (numbers[place] == 0) {
            ids[place] = id;
            numbers[place] = number + 1;
            if (++size > ids.length / 2) {
                grow();
            }
        }
    }

    /** The number of the package with an id; -1 if there is none. */
    int find(long id) {
        return numbers[place(id)] - 1;
    }

    /** Takes an id and the number of its package. */
    interface Consumer {
        void accept(long id, int number);
    }

    void forEach(Consumer consumer) {
        for (int place = 0; place < ids.length; place++) {
            if (numbers[place] > 0) {
                consumer.accept(ids[place], numbers[place] - 1);
            }
        }
    }

    void clear() {
        ids = new long[2];
        numbers = new int[2];
        size = 0;
    }

    /** Where an id is, or else where it would be. */
    private int place(long id) {
        int last = ids.length - 1;
        int place = (int) ((id * factor) >>> Integer.SIZE) & last;
        while (numbers[place] > 0 && ids[place] != id) {
            place = (place + 1) & last;
        }
        return place;
    }

    private void grow() {
        long[] smallerIds = ids;
        int[] smallerNumbers = numbers;
        ids = new long[2 * smallerIds.length];
        numbers = new int[ids.length];
        for (int i = 0; i < smallerIds.length; i++) {
            if (smallerNumbers[i] > 0) {
                int place = place(smallerIds[i]);
                ids[place] = smallerIds[i];
                numbers[place] = smallerNumbers[i];
            }
        }
    }
}
