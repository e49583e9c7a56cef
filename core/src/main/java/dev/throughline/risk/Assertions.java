package dev.throughline.risk;

import dev.throughline.model.AssetKey;
import dev.throughline.model.ClassificationRule;
import dev.throughline.model.Evidence;
import dev.throughline.model.RiskGraph;
import dev.throughline.risk.Verdict.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Verdicts that a person answers for, by name and until a time. Only a person can say "no" against the evidence, such as
 * that a gateway nobody reads about stands in front. Of two that contradict each other, the graver counts.
 */
final class Assertions {
    private Assertions() {}

    static List<Verdict> of(Situation situation) {
        RiskGraph graph = situation.graph();
        List<Verdict> verdicts = new ArrayList<>();
        // Yes comes last, so that it counts where both are said.
        for (Answer answer : List.of(Answer.NO, Answer.YES)) {
            graph.assets(ClassificationRule.class)
                    .filter(rule -> "verdict".equals(rule.effect()) && rule.factor() != null)
                    .filter(rule -> answer.name().equalsIgnoreCase(rule.answer()))
                    .filter(rule -> Classification.isValid(rule, situation.at()))
                    .forEach(rule -> Classification.fitting(rule, graph)
                            .forEach(asset -> verdicts.add(verdict(asset, rule, answer))));
        }
        return verdicts;
    }

    private static Verdict verdict(AssetKey asset, ClassificationRule rule, Answer answer) {
        String who = Objects.requireNonNullElse(rule.by(), "a person");
        Evidence evidence = Evidence.of(
                        who + " answers for it" + (rule.reason() == null ? "" : ": " + rule.reason()),
                        asset,
                        rule.key())
                .with("by", who);
        return new Verdict(
                asset,
                new Factor(Objects.requireNonNull(rule.factor())),
                answer,
                rule.until() == null
                        ? evidence
                        : evidence.with("until", rule.until().toString()));
    }
}
