package dev.throughline.store;

/** Remembers facts by their fingerprints; not more than some, so that memory does not grow with the source. */
final class GivenFacts {
    private static final int MOST = 1 << 17;

    /** Open addressing; 0 is a free place. */
    private long[] table = new long[64];

    private int size;

    /** Whether the fact was not given before, as far as remembered. */
    boolean add(long fingerprint) {
        if (2 * size == table.length) {
            grow();
        }
        if (!put(fingerprint == 0 ? 1 : fingerprint)) {
            return false;
        }
        size++;
        return true;
    }

    private void grow() {
        long[] before = table;
        boolean forget = size == MOST;
        table = new long[forget ? before.length : 2 * before.length];
        if (forget) {
            size = 0;
            return;
        }
        for (long fingerprint : before) {
            if (fingerprint != 0) {
                put(fingerprint);
            }
        }
    }

    private boolean put(long fingerprint) {
        int mask = table.length - 1;
        int place = (int) (fingerprint ^ (fingerprint >>> 32)) & mask;
        while (table[place] != 0) {
            if (table[place] == fingerprint) {
                return false;
            }
            place = (place + 1) & mask;
        }
        table[place] = fingerprint;
        return true;
    }
}
