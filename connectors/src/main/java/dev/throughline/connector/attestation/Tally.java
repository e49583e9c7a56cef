package dev.throughline.connector.attestation;

import dev.throughline.connector.support.ForwardingSink;
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
final class Tally extends ForwardingSink {
    private final Map<AssetKey, Asset> attestations = new LinkedHashMap<>();
    private boolean accepted;
    private @Nullable Rejection firstRejection;

    Tally(FactSink sink) {
        super(sink);
    }

    @Override
    public void accept(Asset asset) {
        accepted = true;
        attestations.merge(asset.key(), asset, Asset::or);
    }

    @Override
    public void accept(Relation relation) {
        accepted = true;
        super.accept(relation);
    }

    @Override
    public void reject(Rejection rejection) {
        firstRejection = firstRejection == null ? rejection : firstRejection;
        super.reject(rejection);
    }

    Completeness finish() {
        attestations.values().forEach(super::accept);
        return accepted || firstRejection == null
                ? Completeness.complete()
                : Completeness.failed(firstRejection.toString());
    }
}
