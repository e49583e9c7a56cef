package dev.throughline.risk.factor;

import dev.throughline.risk.Classification;
import dev.throughline.risk.Factor;
import dev.throughline.risk.RiskFactor;
import dev.throughline.risk.Situation;
import dev.throughline.risk.Verdict;
import java.util.function.Consumer;

/** Critical by the word of a person. The field {@code level} is very-high, high, medium or low. */
final class CriticalResource implements RiskFactor {
    @Override
    public Factor factor() {
        return Factor.CRITICAL_RESOURCE;
    }

    @Override
    public void judge(Situation situation, Consumer<Verdict> verdicts) {
        Classification.of("critical", situation.graph(), situation.at())
                .forEach((asset, rule) -> verdicts.accept(Verdict.yes(
                        asset,
                        factor(),
                        Classified.evidence("critical", "it as critical", asset, rule)
                                .with("level", Classification.level(rule)))));
    }
}
