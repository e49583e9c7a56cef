package dev.throughline.model;

/**
 * What one source said of an asset. The asset in the graph is what all claims on it add up to.
 *
 * @param asset the asset as this source described it
 * @param provenance who said it, and when
 */
public record Claim(Asset asset, Provenance provenance) {}
