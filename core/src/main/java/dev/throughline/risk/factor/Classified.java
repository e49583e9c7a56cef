package dev.throughline.risk.factor;

import dev.throughline.model.AssetKey;
import dev.throughline.model.ClassificationRule;
import dev.throughline.model.Evidence;

/** The proof that a person classified an asset. */
final class Classified {
    private Classified() {}

    static Evidence evidence(String effect, String what, AssetKey asset, ClassificationRule rule) {
        Evidence evidence = Evidence.of(
                rule.reason() == null
                        ? "a person classified " + what
                        : "classified as " + effect + ": " + rule.reason(),
                asset,
                rule.key());
        return rule.pattern() == null ? evidence : evidence.with("pattern", rule.pattern());
    }
}
