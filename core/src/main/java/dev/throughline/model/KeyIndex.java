package dev.throughline.model;

import java.util.Arrays;

/** Finds the position of a key among distinct keys: an open-addressing table of ints, 8 bytes a key. */
final class KeyIndex {
    private final AssetKey[] keys;
    private final int[] slots;

    KeyIndex(AssetKey[] keys) {
        this.keys = keys;
        this.slots = new int[Integer.highestOneBit(Math.max(4, keys.length)) * 4];
        Arrays.fill(slots, -1);
        for (int i = 0; i < keys.length; i++) {
            slots[free(keys[i])] = i;
        }
    }

    /** The position of a key, or -1. */
    int find(AssetKey key) {
        return slots[free(key)];
    }

    /** The slot that holds the key, or the free one where it would be put. */
    private int free(AssetKey key) {
        int hash = key.hashCode() * 0x9E3779B9;
        int slot = (hash ^ (hash >>> 16)) & (slots.length - 1);
        while (slots[slot] >= 0 && !keys[slots[slot]].equals(key)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }
}
