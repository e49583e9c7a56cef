package dev.throughline.connector.azure;

import dev.throughline.fact.FactSink;

/** Reads resources of one type. */
interface ResourceReader {
    /** Hands over what the resource says, besides what all resources say. */
    void read(Resource resource, FactSink sink);
}
