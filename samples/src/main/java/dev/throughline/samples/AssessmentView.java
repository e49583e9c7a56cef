package dev.throughline.samples;

import com.google.common.collect.Iterables;
import dev.throughline.Assessment;
import dev.throughline.attack.AttackPath;
import dev.throughline.finding.Finding;
import dev.throughline.model.Asset;
import dev.throughline.risk.Level;
import dev.throughline.risk.Verdict;
import dev.throughline.store.Publication;
import dev.throughline.store.Snapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An assessment in figures, in JSON, as {@code docs/schema/assess.json} describes it. */
record AssessmentView(
        String id,
        String at,
        List<ScopeView> scopes,
        int assets,
        int relations,
        Map<String, Integer> kinds,
        Map<String, Map<String, Integer>> factors,
        Map<String, Integer> paths,
        Map<String, Integer> findings,
        List<String> gaps,
        Map<String, Double> durations,
        PublicationView published) {
    static AssessmentView of(Assessment assessment, Publication publication) {
        return new AssessmentView(
                assessment.id(),
                assessment.at().toString(),
                assessment.snapshots().stream().map(ScopeView::of).toList(),
                assessment.graph().size(),
                assessment.graph().relationCount(),
                kinds(assessment),
                factors(assessment),
                levels(Iterables.transform(assessment.attackPaths().list(), AttackPath::level)),
                levels(Iterables.transform(assessment.findings().list(), Finding::level)),
                assessment.gaps(),
                durations(assessment),
                PublicationView.of(publication));
    }

    private static Map<String, Integer> kinds(Assessment assessment) {
        Map<String, Integer> kinds = new TreeMap<>();
        for (Asset asset : assessment.graph().assets()) {
            kinds.merge(asset.kind().label(), 1, Integer::sum);
        }
        return kinds;
    }

    private static Map<String, Map<String, Integer>> factors(Assessment assessment) {
        Map<String, Map<String, Integer>> factors = new TreeMap<>();
        for (Verdict verdict : assessment.factors().all()) {
            factors.computeIfAbsent(verdict.factor().id(), f -> zeros(Verdict.Answer.class))
                    .merge(Names.of(verdict.answer()), 1, Integer::sum);
        }
        return factors;
    }

    private static Map<String, Integer> levels(Iterable<Level> levels) {
        Map<String, Integer> counts = zeros(Level.class);
        levels.forEach(level -> counts.merge(level.text(), 1, Integer::sum));
        return counts;
    }

    private static <E extends Enum<E>> Map<String, Integer> zeros(Class<E> type) {
        Map<String, Integer> zeros = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            zeros.put(Names.of(constant), 0);
        }
        return zeros;
    }

    private static Map<String, Double> durations(Assessment assessment) {
        Map<String, Double> millis = new LinkedHashMap<>();
        assessment
                .durations()
                .forEach((stage, duration) -> millis.put(stage.replace(' ', '-'), duration.toNanos() / 1_000_000.0));
        return millis;
    }

    record ScopeView(String scope, long run, int partitions, long facts, String committedAt) {
        static ScopeView of(Snapshot snapshot) {
            return new ScopeView(
                    snapshot.scope().toString(),
                    snapshot.run(),
                    snapshot.partitions().size(),
                    snapshot.facts(),
                    String.valueOf(snapshot.committedAt()));
        }
    }

    record PublicationView(String version, long nodes, long relationships, long written) {
        static PublicationView of(Publication publication) {
            return new PublicationView(
                    publication.version(), publication.nodes(), publication.relationships(), publication.written());
        }
    }
}
