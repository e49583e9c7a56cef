package dev.throughline.risk.exposure;

import dev.throughline.model.RiskGraph;
import dev.throughline.risk.Verdict;
import java.util.function.Consumer;

/**
 * Judges whether assets of one platform can be reached from the internet. Stateless and safe to share between threads; the
 * same graph gives the same verdicts.
 */
public interface Exposure {
    /**
     * Judges every asset of the platform that could listen on a network. Runs once over the whole graph.
     *
     * @param graph the facts
     * @param verdicts takes verdicts on {@link dev.throughline.risk.Factor#INTERNET_EXPOSED}, at most one for each asset, in
     *     any order; {@link Way#verdict} makes them
     */
    void judge(RiskGraph graph, Consumer<Verdict> verdicts);
}
