package dev.throughline.model;

/**
 * A claim with what decides how much it counts: whether it names the kind exactly and comes from an authority on it, then
 * how new its source is, then its scope and partition.
 *
 * @param asset the asset as described
 * @param source number of the source, in the order of sources
 * @param standing 0 for the word that counts most
 */
record RankedClaim(Asset asset, int source, int standing) implements Comparable<RankedClaim> {
    static RankedClaim of(Asset asset, int source, Provenance provenance) {
        AssetKind kind = asset.kind();
        int vague = kind == AssetKind.CLOUD_RESOURCE ? 2 : 0;
        int hearsay = kind.authorities().contains(provenance.scope().connector()) ? 0 : 1;
        return new RankedClaim(asset, source, vague + hearsay);
    }

    @Override
    public int compareTo(RankedClaim other) {
        if (standing != other.standing) {
            return Integer.compare(standing, other.standing);
        }
        if (source != other.source) {
            return Integer.compare(source, other.source);
        }
        return asset == other.asset ? 0 : asset.toString().compareTo(other.asset.toString());
    }
}
