package dev.throughline.model;

import java.util.Arrays;

/**
 * Merges the sorted keys of a graph with keys that came in, and leaves out those that are not in use any more. While a
 * graph is built, an asset goes by the number it had before, or by one beyond those; afterwards by its place in order.
 */
final class KeyMerge {
    private final KeyIndex old;
    private final KeyIndex added;
    private final boolean[] inUse;
    private final AssetKey[] keys;
    private final int[] hashes;
    private final int[] before;
    private final int[] positions;
    private final int[] after;
    private final boolean isUnchanged;
    private int size;

    /** Merges those keys that are in use. */
    KeyMerge(KeyIndex old, KeyIndex added, boolean[] inUse) {
        this.old = old;
        this.added = added;
        this.inUse = inUse;
        int count = 0;
        for (boolean used : inUse) {
            count += used ? 1 : 0;
        }
        this.keys = new AssetKey[count];
        this.hashes = new int[count];
        this.before = new int[count];
        this.positions = new int[count];
        this.after = new int[inUse.length];
        Arrays.fill(after, -1);
        AssetKey[] additions = sortedAdditions();
        merge(additions);
        this.isUnchanged = additions.length == 0 && size == old.size();
    }

    private void merge(AssetKey[] additions) {
        int position = 0;
        for (AssetKey key : additions) {
            int next = insertion(key, position);
            keep(position, next);
            keys[size] = key;
            hashes[size] = key.text().hashCode();
            number(old.size() + added.find(key.text()), next);
            position = next;
        }
        keep(position, old.size());
    }

    private AssetKey[] sortedAdditions() {
        AssetKey[] additions = new AssetKey[added.size()];
        int count = 0;
        for (int i = 0; i < added.size(); i++) {
            if (inUse[old.size() + i]) {
                additions[count++] = added.key(i);
            }
        }
        AssetKey[] sorted = Arrays.copyOf(additions, count);
        Arrays.sort(sorted);
        return sorted;
    }

    /** Where a key belongs among the old ones, found in time that grows with the logarithm of the distance. */
    private int insertion(AssetKey key, int from) {
        int low = from;
        int step = 1;
        while (low + step <= old.size() && old.key(low + step - 1).compareTo(key) < 0) {
            low += step;
            step *= 2;
        }
        int high = Math.min(low + step - 1, old.size());
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (old.key(middle).compareTo(key) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void keep(int first, int end) {
        for (int i = first; i < end; i++) {
            int start = i;
            while (i < end && inUse[i]) {
                i++;
            }
            old.copy(start, i, keys, hashes, size);
            for (int number = start; number < i; number++) {
                number(number, number);
            }
        }
    }

    private void number(int number, int position) {
        before[size] = number;
        positions[size] = position;
        after[number] = size++;
    }

    /** The index of the new graph; that of the old one if the keys are the same. */
    KeyIndex index() {
        return isUnchanged ? old : new KeyIndex(keys, hashes);
    }

    int size() {
        return size;
    }

    AssetKey key(int number) {
        return keys[number];
    }

    /** The number an asset had while the graph was built. */
    int before(int number) {
        return before[number];
    }

    /** Whether the old graph did not hold an asset. */
    boolean isNew(int number) {
        return before[number] >= old.size();
    }

    /** How many keys of the old graph are smaller than the key of an asset. */
    int position(int number) {
        return positions[number];
    }

    /** The number of an asset in the new graph, from the one it had while the graph was built; -1 if it is not in use. */
    int after(int number) {
        return after[number];
    }
}
