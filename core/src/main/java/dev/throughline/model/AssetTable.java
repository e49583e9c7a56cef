package dev.throughline.model;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** The assets by number, each with the claims that it is the sum of, the word that counts most first. */
final class AssetTable {
    private final Asset[] merged;
    private final int[] offsets;
    private final Asset[] claimed;
    private final int[] claimSources;
    private final Provenance[] sources;

    /** Takes over the assets, where the claims on each begin, and what is claimed by which source. */
    AssetTable(Asset[] merged, int[] offsets, Asset[] claimed, int[] claimSources, Provenance[] sources) {
        this.merged = merged;
        this.offsets = offsets;
        this.claimed = claimed;
        this.claimSources = claimSources;
        this.sources = sources;
    }

    int size() {
        return merged.length;
    }

    Asset merged(int asset) {
        return merged[asset];
    }

    List<Asset> merged() {
        return Collections.unmodifiableList(Arrays.asList(merged));
    }

    int firstClaim(int asset) {
        return offsets[asset];
    }

    int endOfClaims(int asset) {
        return offsets[asset + 1];
    }

    /** Copies a stretch of assets. */
    void copyMerged(int first, int end, Asset[] assets, int at) {
        System.arraycopy(merged, first, assets, at, end - first);
    }

    /** Copies what a stretch of claims says. */
    void copyClaimed(int first, int end, Asset[] assets, int at) {
        System.arraycopy(claimed, first, assets, at, end - first);
    }

    int claims() {
        return claimed.length;
    }

    Asset claimed(int claim) {
        return claimed[claim];
    }

    int claimSource(int claim) {
        return claimSources[claim];
    }

    Provenance[] sources() {
        return sources;
    }

    /** All assets by the source whose word counts most, those of one source in order; last those that nobody describes. */
    int[] bySource() {
        int[] first = new int[merged.length];
        for (int asset = 0; asset < first.length; asset++) {
            first[asset] = offsets[asset] == offsets[asset + 1] ? sources.length : claimSources[offsets[asset]];
        }
        return CountingSort.positions(first, CountingSort.starts(first, sources.length + 1));
    }

    List<Claim> claims(int asset) {
        return claimsOf(asset)
                .mapToObj(claim -> new Claim(claimed[claim], sources[claimSources[claim]]))
                .toList();
    }

    List<Provenance> sources(int asset) {
        Provenance[] found = new Provenance[offsets[asset + 1] - offsets[asset]];
        for (int i = 0; i < found.length; i++) {
            found[i] = sources[claimSources[offsets[asset] + i]];
        }
        return List.of(found);
    }

    private IntStream claimsOf(int asset) {
        return IntStream.range(offsets[asset], offsets[asset + 1]);
    }

    /** The equal one of the first claims on an asset, or else the asset that was given. */
    Asset shared(int number, Asset asset, int atMost) {
        int end = Math.min(offsets[number + 1], offsets[number] + atMost);
        for (int claim = offsets[number]; claim < end; claim++) {
            if (claimed[claim].equals(asset)) {
                return claimed[claim];
            }
        }
        return asset;
    }

    /** Takes note of the assets that somebody describes who is not forgotten. */
    void markDescribed(boolean[] keys, SourceMerge merge) {
        for (int asset = 0; asset < merged.length; asset++) {
            for (int claim = offsets[asset]; claim < offsets[asset + 1] && !keys[asset]; claim++) {
                keys[asset] = !merge.isForgotten(claimSources[claim]);
            }
        }
    }

    /** Whether a source that described an asset is forgotten. */
    boolean losesClaims(int asset, SourceMerge merge) {
        for (int claim = offsets[asset]; claim < offsets[asset + 1]; claim++) {
            if (merge.isForgotten(claimSources[claim])) {
                return true;
            }
        }
        return false;
    }
}
