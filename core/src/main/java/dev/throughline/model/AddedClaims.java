package dev.throughline.model;

import java.util.Arrays;

/** Claims that came in: for each key a chain that leads from the last one backwards. */
final class AddedClaims {
    /** How many earlier claims on an asset are looked at for an equal one; sources that agree follow each other. */
    private static final int LOOK_BACK = 4;

    private final AssetTable old;
    private Asset[] assets = new Asset[0];
    private int[] sources = new int[0];
    private int[] previous = new int[0];
    private int size;
    /** One more than the number of the last claim on each key, or 0. */
    private int[] last;

    AddedClaims(AssetTable old) {
        this.old = old;
        this.last = new int[old.size()];
    }

    /** Adds a claim. Claims that say the same of an asset share one object, so that what agrees costs nothing. */
    void add(int key, Asset asset, int source) {
        if (size == assets.length) {
            int capacity = Capacity.beyond(size, "claims");
            assets = Arrays.copyOf(assets, capacity);
            sources = Arrays.copyOf(sources, capacity);
            previous = Arrays.copyOf(previous, capacity);
        }
        if (key >= last.length) {
            last = Arrays.copyOf(last, Capacity.beyond(key, "assets"));
        }
        assets[size] = shared(key, asset);
        sources[size] = source;
        previous[size] = last[key] - 1;
        last[key] = ++size;
    }

    private Asset shared(int key, Asset asset) {
        int looked = 0;
        for (int claim = last(key); claim >= 0 && looked < LOOK_BACK; claim = previous[claim], looked++) {
            if (assets[claim].equals(asset)) {
                return assets[claim];
            }
        }
        return key < old.size() ? old.shared(key, asset, LOOK_BACK) : asset;
    }

    /** The last claim on a key, or -1. */
    int last(int key) {
        return key < last.length ? last[key] - 1 : -1;
    }

    /** The claim on the same key before this one, or -1. */
    int previous(int claim) {
        return previous[claim];
    }

    Asset asset(int claim) {
        return assets[claim];
    }

    int source(int claim) {
        return sources[claim];
    }

    int size() {
        return size;
    }

    /** Takes note of the keys that somebody describes. */
    void markDescribed(boolean[] keys, SourceMerge merge) {
        for (int key = 0; key < keys.length; key++) {
            for (int claim = last(key); claim >= 0 && !keys[key]; claim = previous[claim]) {
                keys[key] = !merge.isForgotten(sources[claim]);
            }
        }
    }
}
