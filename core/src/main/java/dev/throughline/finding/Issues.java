package dev.throughline.finding;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.Vulnerability;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What findings are cases of: a vulnerability, whichever of its ids a tool uses, or a rule; else each is by itself. */
final class Issues {
    private final RiskGraph graph;

    Issues(RiskGraph graph) {
        this.graph = graph;
    }

    AssetKey of(Finding finding) {
        return finding.vulnerability() != null
                ? finding.vulnerability()
                : weakness(finding).flatMap(this::caseOf).orElse(finding.key());
    }

    /** All names of an issue. */
    Set<AssetKey> namesOf(AssetKey issue) {
        Set<AssetKey> names = new HashSet<>(Set.of(issue));
        graph.find(issue, Vulnerability.class)
                .map(Vulnerability::aliases)
                .ifPresent(aliases -> aliases.forEach(alias -> names.add(AssetKey.vulnerability(alias))));
        return names;
    }

    boolean isAny(Finding finding, Set<AssetKey> names) {
        AssetKey issue = of(finding);
        return names.contains(issue) || namesOf(issue).stream().anyMatch(names::contains);
    }

    private Optional<AssetKey> caseOf(AssetKey weakness) {
        return graph.outgoing(weakness, RelationType.INSTANCE_OF).stream()
                .map(Relation::to)
                .findFirst();
    }

    /** What was reported: where it affects several assets, each has a finding with a key of its own. */
    private Optional<AssetKey> weakness(Finding finding) {
        if (graph.number(finding.key()) >= 0) {
            return Optional.of(finding.key());
        }
        return graph.incoming(finding.asset(), RelationType.AFFECTS).stream()
                .map(Relation::from)
                .filter(weakness -> weakness.mayBe(AssetKind.WEAKNESS))
                .filter(weakness -> Keys.derived(weakness, finding.asset()).equals(finding.key()))
                .findFirst();
    }
}
