package dev.throughline.mapping;

import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import dev.throughline.model.OwnershipRule;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Applies the rules of ownership of a repository to a path: in each section the last rule that fits counts. */
final class OwnershipRules {
    private final RiskGraph graph;

    OwnershipRules(RiskGraph graph) {
        this.graph = graph;
    }

    /** Whether a repository has rules at all. */
    boolean exist(AssetKey repository) {
        return !of(repository).isEmpty();
    }

    /** Who owns a path; a rule that names nobody takes ownership away. */
    List<Owner> owners(AssetKey repository, String path) {
        String absolute = path.startsWith("/") ? path : "/" + path;
        Map<String, OwnershipRule> last = new TreeMap<>();
        of(repository).stream()
                .filter(rule -> rule.glob() != null && new PathGlob(rule.glob()).matches(absolute))
                .sorted(Comparator.comparing(rule -> Objects.requireNonNullElse(rule.position(), -1L)))
                .forEach(rule -> last.put(Objects.requireNonNullElse(rule.section(), ""), rule));
        return last.values().stream()
                .flatMap(rule ->
                        graph.incoming(rule.key(), RelationType.OWNS).stream().map(owns -> owner(owns, rule, path)))
                .toList();
    }

    private List<OwnershipRule> of(AssetKey repository) {
        return graph.targets(repository, RelationType.CONTAINS, OwnershipRule.class);
    }

    private static Owner owner(Relation owns, OwnershipRule rule, String path) {
        Evidence evidence = Evidence.of(
                        "the rule " + rule.pattern() + " in " + rule.place() + " is the last that fits " + path,
                        owns.from(),
                        rule.key())
                .with("pattern", String.valueOf(rule.pattern()))
                .with("place", String.valueOf(rule.place()));
        return Owner.of(
                owns.from(),
                Owner.Ground.CODE_OWNERS,
                rule.section() == null || rule.section().isEmpty()
                        ? evidence
                        : evidence.with("section", rule.section()));
    }
}
