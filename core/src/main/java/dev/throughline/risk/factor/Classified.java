package dev.throughline.risk.factor;

import dev.throughline.model.AssetKey;
import dev.throughline.model.ClassificationRule;
import dev.throughline.model.RiskGraph;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Applies what a person said of assets to the assets it fits. */
final class Classified {
    private static final List<String> LEVELS = List.of("very-high", "high", "medium", "low");

    private Classified() {}

    /** The assets that rules with this effect fit, each with the gravest rule that does. */
    static Map<AssetKey, ClassificationRule> as(String effect, RiskGraph graph) {
        List<ClassificationRule> rules = graph.assets(ClassificationRule.class)
                .filter(rule -> effect.equals(rule.effect()) && rule.pattern() != null)
                .sorted(Comparator.comparingInt(rule -> LEVELS.indexOf(level(rule))))
                .toList();
        Map<AssetKey, ClassificationRule> classified = new TreeMap<>();
        for (ClassificationRule rule : rules) {
            String text = String.valueOf(rule.pattern());
            if (text.indexOf('*') < 0) {
                AssetKey key = AssetKey.parse(text);
                if (graph.number(key) >= 0) {
                    classified.putIfAbsent(key, rule);
                }
                continue;
            }
            KeyPattern pattern = new KeyPattern(text);
            for (int i = 0; i < graph.size(); i++) {
                if (pattern.matches(graph.key(i))) {
                    classified.putIfAbsent(graph.key(i), rule);
                }
            }
        }
        return classified;
    }

    /** The level a person gave, or high. A word that is no level counts before all others. */
    static String level(ClassificationRule rule) {
        return Objects.requireNonNullElse(rule.level(), "high");
    }
}
