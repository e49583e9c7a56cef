package dev.throughline.connector.oci;

import dev.throughline.fact.FactSink;
import dev.throughline.fact.Rejection;
import dev.throughline.model.Asset;
import dev.throughline.model.Relation;

/** Takes facts that are read again later. */
enum Ignored implements FactSink {
    FACTS;

    @Override
    public void accept(Asset asset) {}

    @Override
    public void accept(Relation relation) {}

    @Override
    public void reject(Rejection rejection) {}
}
