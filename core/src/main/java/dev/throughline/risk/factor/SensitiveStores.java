package dev.throughline.risk.factor;

import dev.throughline.model.AssetKey;
import dev.throughline.model.ClassificationRule;
import dev.throughline.model.Evidence;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.risk.Classification;
import dev.throughline.risk.Situation;
import java.util.Map;
import java.util.TreeMap;

/** What holds sensitive data by the word of a scanner, a cloud or a person. */
final class SensitiveStores {
    private SensitiveStores() {}

    static Map<AssetKey, Evidence> of(Situation situation) {
        RiskGraph graph = situation.graph();
        Map<AssetKey, Evidence> stores = new TreeMap<>();
        Classification.of("sensitive", graph, situation.at())
                .forEach((asset, rule) -> stores.put(asset, evidence(asset, rule)));
        for (int i = 0; i < graph.size(); i++) {
            AssetKey asset = graph.key(i);
            for (Relation classified : graph.outgoing(asset, RelationType.CLASSIFIED_AS)) {
                stores.putIfAbsent(asset, Evidence.of("its data is classified", asset, classified.to()));
            }
        }
        return stores;
    }

    private static Evidence evidence(AssetKey asset, ClassificationRule rule) {
        Evidence evidence = Classified.evidence("sensitive", "its data as sensitive", asset, rule);
        return rule.classes() == null ? evidence : evidence.with("classes", String.join(", ", rule.classes()));
    }
}
