package dev.throughline.connector.gcp;

import dev.throughline.fact.FactSink;

/** Reads assets of one type. */
interface AssetReader {
    /** Hands over what the asset says, besides its place and its bindings. */
    void read(CloudAsset asset, FactSink sink);
}
