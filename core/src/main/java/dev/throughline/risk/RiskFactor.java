package dev.throughline.risk;

import java.util.function.Consumer;

/**
 * Judges one factor for all assets it concerns. Stateless and safe to share between threads; the same situation gives the
 * same verdicts. Where it says nothing of an asset, the answer is unknown.
 */
public interface RiskFactor {
    /**
     * The factor it judges.
     *
     * @return the factor
     */
    Factor factor();

    /**
     * Judges. Runs once over the whole graph.
     *
     * @param situation what may be looked at
     * @param verdicts takes the verdicts, at most one for each asset, in any order
     */
    void judge(Situation situation, Consumer<Verdict> verdicts);
}
