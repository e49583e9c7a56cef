package dev.throughline.explore;

import dev.throughline.model.RiskGraph;
import dev.throughline.risk.Factor;
import dev.throughline.risk.FactorIndex;
import dev.throughline.risk.Verdict;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** The assets for which each factor holds, and those for which it does not; of all others it cannot be told. */
final class FactorSets {
    private static final BitSet NONE = new BitSet();

    private final Map<Factor, BitSet> yes = new HashMap<>();
    private final Map<Factor, BitSet> no = new HashMap<>();

    FactorSets(RiskGraph graph, FactorIndex verdicts) {
        for (Verdict verdict : verdicts.all()) {
            int asset = graph.number(verdict.asset());
            if (asset >= 0 && verdict.answer() != Verdict.Answer.UNKNOWN) {
                (verdict.isYes() ? yes : no)
                        .computeIfAbsent(verdict.factor(), factor -> new BitSet())
                        .set(asset);
            }
        }
    }

    /** Takes from some assets those without the factor. */
    void retain(BitSet assets, Factor factor, Certainty certainty) {
        if (certainty == Certainty.SURE) {
            assets.and(yes.getOrDefault(factor, NONE));
        } else {
            assets.andNot(no.getOrDefault(factor, NONE));
        }
    }
}
