package dev.throughline.attack;

import dev.throughline.model.AssetKey;
import dev.throughline.model.RiskGraph;
import dev.throughline.risk.Factor;
import dev.throughline.risk.FactorIndex;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Answers questions for paths, from the best paths that were found before where these suffice, else by a search. */
final class KnownPaths {
    private final RiskGraph graph;
    private final FactorIndex factors;
    private final AttackGraph attacks;
    private final PathReporter reporter;
    private final Set<AssetKey> outside;
    private final List<AttackPath> best;

    KnownPaths(
            RiskGraph graph, FactorIndex factors, AttackGraph attacks, Set<AssetKey> outside, List<AttackPath> best) {
        this.graph = graph;
        this.factors = factors;
        this.attacks = attacks;
        this.reporter = new PathReporter(graph, factors);
        this.outside = Set.copyOf(outside);
        this.best = List.copyOf(best);
    }

    /** Whether a source told of an asset, or steps lead from it or to it. */
    boolean holds(AssetKey asset) {
        return graph.number(asset) >= 0 || attacks.number(asset) >= 0;
    }

    Set<AssetKey> with(Factor factor) {
        return factors.with(factor);
    }

    String shape(AttackPath path) {
        return reporter.shape(path);
    }

    PathAnswer answer(PathQuestion question) {
        Set<AssetKey> entries = entries(question);
        Set<AssetKey> targets = targets(question);
        if (question.isForBest()
                && outside.containsAll(entries)
                && reporter.targets().containsAll(targets)) {
            return new PathAnswer(
                    best.stream()
                            .filter(path -> entries.contains(path.entry()) && targets.contains(path.target()))
                            .toList(),
                    false);
        }
        Remedies remedies = new Remedies(best);
        PathAnswer found = PathSearch.answer(attacks, reporter, question, entries, targets);
        return new PathAnswer(found.paths().stream().map(remedies::ranked).toList(), found.truncated());
    }

    List<String> missing(PathQuestion question) {
        return new MissingInputs(graph, factors, attacks).sentences(entries(question), targets(question));
    }

    private Set<AssetKey> entries(PathQuestion question) {
        return question.entries() == null ? new TreeSet<>(outside) : question.entries();
    }

    private Set<AssetKey> targets(PathQuestion question) {
        return question.targets() == null ? reporter.targets() : question.targets();
    }
}
