package dev.throughline.connector.attestation;

import dev.throughline.fact.Completeness;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Rejection;
import dev.throughline.model.Asset;
import dev.throughline.model.Relation;
import org.jspecify.annotations.Nullable;

/** Hands facts on and notes whether there were any. */
final class Tally implements FactSink {
    private final FactSink sink;
    private boolean accepted;
    private @Nullable Rejection firstRejection;

    Tally(FactSink sink) {
        this.sink = sink;
    }

    @Override
    public void accept(Asset asset) {
        accepted = true;
        sink.accept(asset);
    }

    @Override
    public void accept(Relation relation) {
        accepted = true;
        sink.accept(relation);
    }

    @Override
    public void reject(Rejection rejection) {
        firstRejection = firstRejection == null ? rejection : firstRejection;
        sink.reject(rejection);
    }

    Completeness completeness() {
        return accepted || firstRejection == null
                ? Completeness.complete()
                : Completeness.failed(firstRejection.toString());
    }
}
