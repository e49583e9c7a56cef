package dev.throughline.risk;

import dev.throughline.model.AssetKey;
import dev.throughline.model.ClassificationRule;
import dev.throughline.model.RiskGraph;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Applies what people said of assets to the assets it fits. */
public final class Classification {
    private static final List<String> LEVELS = List.of("very-high", "high", "medium", "low");

    private Classification() {}

    /**
     * The assets that rules of an effect fit. Takes time in the number of assets for each rule that names more than one.
     *
     * @param effect an effect, such as {@code critical}
     * @param graph the facts
     * @param at the time; rules whose time is over count no more
     * @return the assets, each with the gravest rule that fits it
     */
    public static Map<AssetKey, ClassificationRule> of(String effect, RiskGraph graph, Instant at) {
        List<ClassificationRule> rules = graph.assets(ClassificationRule.class)
                .filter(rule -> effect.equals(rule.effect()) && isValid(rule, at))
                .sorted(Comparator.comparingInt(rule -> LEVELS.indexOf(level(rule))))
                .toList();
        Map<AssetKey, ClassificationRule> classified = new TreeMap<>();
        rules.forEach(rule -> fitting(rule, graph).forEach(asset -> classified.putIfAbsent(asset, rule)));
        return classified;
    }

    /** The assets of the graph that a rule fits. */
    static List<AssetKey> fitting(ClassificationRule rule, RiskGraph graph) {
        AssetSelector selector = new AssetSelector(rule, graph);
        String pattern = rule.pattern();
        if (pattern != null && pattern.indexOf('*') < 0) {
            int number = graph.number(AssetKey.parse(pattern));
            return number >= 0 && selector.fits(number) ? List.of(graph.key(number)) : List.of();
        }
        List<AssetKey> assets = new ArrayList<>();
        for (int number = 0; number < graph.size(); number++) {
            if (selector.fits(number)) {
                assets.add(graph.key(number));
            }
        }
        return assets;
    }

    /**
     * What people said that counts no more.
     *
     * @param graph the facts
     * @param at the time
     * @return keys of the rules whose time is over, ordered
     */
    public static List<AssetKey> expired(RiskGraph graph, Instant at) {
        return graph.assets(ClassificationRule.class)
                .filter(rule -> !isValid(rule, at))
                .map(ClassificationRule::key)
                .sorted()
                .toList();
    }

    /** Whether the time of a rule is not over. */
    static boolean isValid(ClassificationRule rule, Instant at) {
        return rule.until() == null || rule.until().isAfter(at);
    }

    /**
     * How grave a rule is.
     *
     * @param rule a rule
     * @return the level a person gave, or high. A word that is no level counts before all others
     */
    public static String level(ClassificationRule rule) {
        return Objects.requireNonNullElse(rule.level(), "high");
    }
}
