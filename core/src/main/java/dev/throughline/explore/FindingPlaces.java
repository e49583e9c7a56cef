package dev.throughline.explore;

import dev.throughline.finding.Finding;
import dev.throughline.model.AssetKey;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.Weakness;
import dev.throughline.risk.Level;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The findings and the assets they are at, as they are published: a finding that a source reported is an asset, and where it
 * is its relations tell; one that the analysis found itself is at its asset.
 */
final class FindingPlaces {
    private final RiskGraph graph;
    private final Collection<Finding> findings;

    FindingPlaces(RiskGraph graph, List<Finding> findings) {
        this.graph = graph;
        Map<AssetKey, Finding> byKey = new LinkedHashMap<>();
        findings.forEach(finding -> byKey.put(finding.key(), finding));
        this.findings = List.copyOf(byKey.values());
    }

    /**
     * The assets with findings that pass a filter. Takes time in the number of findings.
     *
     * @param vulnerabilities the vulnerabilities that the filter asks for; null for any
     */
    BitSet of(FindingFilter filter, Certainty certainty, @Nullable BitSet vulnerabilities) {
        BitSet places = new BitSet(graph.size());
        for (Finding finding : findings) {
            if (passes(finding, filter, certainty) && (vulnerabilities == null || isCase(finding, vulnerabilities))) {
                visitPlaces(finding, places::set);
            }
        }
        return places;
    }

    private static boolean passes(Finding finding, FindingFilter filter, Certainty certainty) {
        boolean orUnknown = certainty == Certainty.POSSIBLE;
        return finding.state() == filter.state()
                && (filter.type() == null || finding.type() == filter.type())
                && (filter.level() == null
                        || finding.level().isAtLeast(filter.level())
                        || (orUnknown && finding.level() == Level.NOT_EVALUATED))
                && (filter.severity() == null
                        || (finding.severity() == null
                                ? orUnknown
                                : finding.severity().isAtLeast(filter.severity())));
    }

    private boolean isCase(Finding finding, BitSet vulnerabilities) {
        int number = graph.number(finding.key());
        if (number < 0) {
            int vulnerability = finding.vulnerability() == null ? -1 : graph.number(finding.vulnerability());
            return vulnerability >= 0 && vulnerabilities.get(vulnerability);
        }
        BitSet found = new BitSet();
        graph.visitTargets(number, RelationType.INSTANCE_OF, found::set);
        return found.intersects(vulnerabilities);
    }

    private void visitPlaces(Finding finding, IntConsumer visitor) {
        int number = graph.number(finding.key());
        if (number < 0) {
            visitor.accept(graph.number(finding.asset()));
        } else if (graph.asset(number) instanceof Weakness) {
            graph.visitTargets(number, RelationType.AFFECTS, visitor);
        } else {
            graph.visitSources(number, RelationType.CONTAINS, visitor);
        }
    }
}
