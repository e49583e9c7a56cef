package dev.throughline.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Brings assets forward: those on which no claim came or went stay the objects they are, the others are summed anew. */
final class AssetMerge {
    private final AssetTable old;
    private final AddedClaims added;
    private final KeyMerge keys;
    private final SourceMerge sources;

    private final Asset[] merged;
    private final int[] offsets;
    private final Asset[] claimed;
    private final int[] claimSources;
    private final List<RankedClaim> ranked = new ArrayList<>();
    private int size;

    AssetMerge(AssetTable old, AddedClaims added, KeyMerge keys, SourceMerge sources) {
        this.old = old;
        this.added = added;
        this.keys = keys;
        this.sources = sources;
        int most = Capacity.check((long) old.claims() + added.size(), "claims");
        this.merged = new Asset[keys.size()];
        this.offsets = new int[keys.size() + 1];
        this.claimed = new Asset[most];
        this.claimSources = new int[most];
    }

    AssetTable table() {
        for (int asset = 0; asset < merged.length; ) {
            int end = endOfUntouched(asset);
            if (asset < end) {
                carry(asset, end);
                asset = end;
            } else {
                sum(asset, keys.before(asset));
                offsets[++asset] = size;
            }
        }
        boolean exact = size == claimed.length;
        return new AssetTable(
                merged,
                offsets,
                exact ? claimed : Arrays.copyOf(claimed, size),
                exact ? claimSources : Arrays.copyOf(claimSources, size),
                sources.sources());
    }

    /** The end of a stretch of assets that were neighbours before, and on which no claim came or went. */
    private int endOfUntouched(int first) {
        int end = first;
        int before = keys.before(first);
        while (before < old.size()
                && added.last(before) < 0
                && !old.losesClaims(before, sources)
                && ++end < merged.length
                && keys.before(end) == before + 1) {
            before++;
        }
        return end;
    }

    private void carry(int first, int end) {
        int before = keys.before(first);
        int beforeEnd = before + end - first;
        int claim = old.firstClaim(before);
        int claimsEnd = old.firstClaim(beforeEnd);
        old.copyMerged(before, beforeEnd, merged, first);
        old.copyClaimed(claim, claimsEnd, claimed, size);
        for (int i = 0; i < end - first; i++) {
            offsets[first + i + 1] = size + old.endOfClaims(before + i) - claim;
        }
        for (; claim < claimsEnd; claim++) {
            claimSources[size++] = sources.after(old.claimSource(claim));
        }
    }

    private void sum(int asset, int before) {
        ranked.clear();
        for (int claim = added.last(before); claim >= 0; claim = added.previous(claim)) {
            int source = sources.after(added.source(claim));
            if (source >= 0) {
                ranked.add(rank(added.asset(claim), source));
            }
        }
        ranked.sort(null);
        int first = size;
        writeInOrder(before);
        Asset sum = first == size ? AssetKind.mentioned(keys.key(asset)).unknown(keys.key(asset)) : sum(first);
        boolean same = before < old.size() && old.merged(before).equals(sum);
        merged[asset] = same ? old.merged(before) : sum;
    }

    /** Old claims are in order already, and of many there is little to add: the rest of them need not be ranked. */
    private void writeInOrder(int before) {
        int claim = before < old.size() ? old.firstClaim(before) : 0;
        int end = before < old.size() ? old.endOfClaims(before) : 0;
        for (RankedClaim next : ranked) {
            for (; claim < end; claim++) {
                int source = sources.after(old.claimSource(claim));
                if (source >= 0) {
                    if (rank(old.claimed(claim), source).compareTo(next) > 0) {
                        break;
                    }
                    write(old.claimed(claim), source);
                }
            }
            write(next.asset(), next.source());
        }
        for (; claim < end; claim++) {
            int source = sources.after(old.claimSource(claim));
            if (source >= 0) {
                write(old.claimed(claim), source);
            }
        }
    }

    private RankedClaim rank(Asset asset, int source) {
        return RankedClaim.of(asset, source, sources.sources()[source]);
    }

    /** The word that counts most decides the kind; claims of another kind stay visible and add nothing. */
    private Asset sum(int first) {
        Asset sum = claimed[first];
        for (int claim = first + 1; claim < size; claim++) {
            if (claimed[claim] != claimed[claim - 1] && claimed[claim].kind() == sum.kind()) {
                sum = sum.or(claimed[claim]);
            }
        }
        return sum;
    }

    private void write(Asset asset, int source) {
        claimed[size] = asset;
        claimSources[size++] = source;
    }
}
