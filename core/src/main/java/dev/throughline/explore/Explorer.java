package dev.throughline.explore;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.throughline.attack.AttackGraph;
import dev.throughline.finding.Finding;
import dev.throughline.mapping.Mapping;
import dev.throughline.model.RiskGraph;
import dev.throughline.risk.FactorIndex;
import java.util.List;

/**
 * Answers sentences about one assessment, in memory. Immutable and safe to share between threads.
 *
 * <p>Takes time in the number of assets of the kinds that are asked for and of the relations at them, for each word of the
 * sentence, and no more for what is merely connected, however many ways there are; then for each row of the page the
 * relations at the assets in it. The first sentence that names a factor, a finding or a derived relation indexes it, once.
 */
@CheckReturnValue
public final class Explorer {
    private final AssessedGraph graph;

    private Explorer(AssessedGraph graph) {
        this.graph = graph;
    }

    /**
     * An explorer of what was assessed.
     *
     * @param graph the facts
     * @param mapping which code runs where
     * @param factors the verdicts on risk factors
     * @param attacks the steps of attackers
     * @param findings all findings
     * @return the explorer
     */
    public static Explorer of(
            RiskGraph graph, Mapping mapping, FactorIndex factors, AttackGraph attacks, List<Finding> findings) {
        return new Explorer(new AssessedGraph(graph, mapping, factors, attacks, findings));
    }

    /**
     * Answers a sentence.
     *
     * @param sentence the sentence
     * @param page which rows
     * @return the rows
     * @throws IllegalArgumentException if the page is none of an answer to this sentence
     */
    public Answer answer(Sentence sentence, Page page) {
        return Answer.of(sentence, page, Rows.of(graph, sentence, page.of(sentence)));
    }
}
