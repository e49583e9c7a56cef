package dev.throughline.model;

import java.util.Arrays;

/**
 * Distinct keys by number, and their numbers by text: an open-addressing table of hash and number side by side, so that
 * finding a key touches little more memory than its slot.
 */
final class KeyIndex {
    private AssetKey[] keys;
    private int[] hashes;
    private int size;
    /** The hash of a key above one more than its number, or 0. At most half of the slots are taken. */
    private long[] slots;

    KeyIndex() {
        this(new AssetKey[0], new int[0]);
    }

    /** Takes over distinct keys and the hashes of their texts. */
    KeyIndex(AssetKey[] keys, int[] hashes) {
        this.keys = keys;
        this.hashes = hashes;
        this.size = keys.length;
        this.slots = table();
    }

    int size() {
        return size;
    }

    AssetKey key(int number) {
        return keys[number];
    }

    /** Copies a stretch of keys and their hashes. */
    void copy(int first, int end, AssetKey[] someKeys, int[] someHashes, int at) {
        System.arraycopy(keys, first, someKeys, at, end - first);
        System.arraycopy(hashes, first, someHashes, at, end - first);
    }

    /** The number of a key, or -1. */
    int find(String text) {
        int hash = text.hashCode();
        for (int slot = first(hash, slots); ; slot = (slot + 1) & (slots.length - 1)) {
            int number = (int) slots[slot] - 1;
            if (number < 0) {
                return number;
            }
            if ((int) (slots[slot] >>> Integer.SIZE) == hash
                    && keys[number].text().equals(text)) {
                return number;
            }
        }
    }

    /** Gives the next number to a key that has none. */
    int add(AssetKey key) {
        if (size == keys.length) {
            int capacity = Capacity.beyond(size, "assets");
            keys = Arrays.copyOf(keys, capacity);
            hashes = Arrays.copyOf(hashes, capacity);
            slots = table();
        }
        keys[size] = key;
        hashes[size] = key.text().hashCode();
        put(size, slots);
        return size++;
    }

    private long[] table() {
        long[] table = new long[Integer.highestOneBit(Math.max(4, keys.length)) * 4];
        for (int number = 0; number < size; number++) {
            put(number, table);
        }
        return table;
    }

    private void put(int number, long[] table) {
        int slot = first(hashes[number], table);
        while (table[slot] != 0) {
            slot = (slot + 1) & (table.length - 1);
        }
        table[slot] = (long) hashes[number] << Integer.SIZE | (number + 1);
    }

    private static int first(int hash, long[] table) {
        int spread = hash * 0x9E3779B9;
        return (spread ^ (spread >>> 16)) & (table.length - 1);
    }
}
