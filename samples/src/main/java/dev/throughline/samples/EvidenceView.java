package dev.throughline.samples;

import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import java.util.List;
import java.util.Map;

/** Evidence in JSON. */
record EvidenceView(String statement, List<String> assets, Map<String, String> fields) {
    static EvidenceView of(Evidence evidence) {
        return new EvidenceView(evidence.statement(), texts(evidence.assets()), evidence.fields());
    }

    static List<String> texts(List<AssetKey> keys) {
        return keys.stream().map(AssetKey::text).toList();
    }
}
