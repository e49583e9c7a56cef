package dev.throughline.connector.support;

import dev.throughline.fact.FactSink;
import dev.throughline.fact.Rejection;
import dev.throughline.model.Asset;
import dev.throughline.model.Relation;

/** Hands all on. Who wants to know, or to change, overrides what it is about. For one thread. */
public abstract class ForwardingSink implements FactSink {
    private final FactSink sink;

    /**
     * A sink before another.
     *
     * @param sink takes what is handed on
     */
    protected ForwardingSink(FactSink sink) {
        this.sink = sink;
    }

    @Override
    public void accept(Asset asset) {
        sink.accept(asset);
    }

    @Override
    public void accept(Relation relation) {
        sink.accept(relation);
    }

    @Override
    public void reject(Rejection rejection) {
        sink.reject(rejection);
    }

    @Override
    public void beginRecord() {
        sink.beginRecord();
    }

    @Override
    public void gathered(boolean again) {
        sink.gathered(again);
    }

    @Override
    public void endRecord(boolean used) {
        sink.endRecord(used);
    }
}
