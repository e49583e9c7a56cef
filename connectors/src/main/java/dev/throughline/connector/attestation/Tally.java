package dev.throughline.connector.attestation;

import dev.throughline.fact.Completeness;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Rejection;
import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Relation;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Hands facts on and notes whether there were any. Attestations are held until the end, for a statement may stand in a
 * file more than once, and only some of its signatures hold.
 */
final class Tally implements FactSink {
    private final FactSink sink;
    private final Map<AssetKey, Asset> attestations = new LinkedHashMap<>();
    private boolean accepted;
    private @Nullable Rejection firstRejection;

    Tally(FactSink sink) {
        this.sink = sink;
    }

    @Override
    public void accept(Asset asset) {
        accepted = true;
        attestations.merge(asset.key(), asset, Asset::or);
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

    Completeness finish() {
        attestations.values().forEach(sink::accept);
        return accepted || firstRejection == null
                ? Completeness.complete()
                : Completeness.failed(firstRejection.toString());
    }
}
