package dev.throughline.risk.factor;

import dev.throughline.risk.Factor;
import dev.throughline.risk.RiskFactor;
import dev.throughline.risk.Situation;
import dev.throughline.risk.Verdict;
import java.util.function.Consumer;

/**
 * What runs code is sensitive if its identity and the credentials that this identity can read open a sensitive store: a
 * service account that may read the secret, a cloud identity that may read the bucket. The proof is the way there, and names
 * the store.
 */
final class SensitiveByIdentity implements RiskFactor {
    @Override
    public Factor factor() {
        return Factor.SENSITIVE_DATA;
    }

    @Override
    public void judge(Situation situation, Consumer<Verdict> verdicts) {
        situation.movement().stores().forEach((asset, way) -> verdicts.accept(Verdict.yes(asset, factor(), way)));
    }
}
