package dev.throughline;

import dev.throughline.attack.AttackOverlay;
import dev.throughline.attack.AttackPath;
import dev.throughline.attack.Fix;
import dev.throughline.attack.PathChange;
import dev.throughline.attack.PathForecast;
import dev.throughline.finding.Finding;
import dev.throughline.finding.FindingChange;
import dev.throughline.model.AssetKey;
import dev.throughline.risk.FactorIndex;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Answers what would be different: the paths by a search of what the fixes touch, the findings by their stages run again. */
final class Forecast {
    private final Assessment assessment;
    private final Consequences consequences;
    private final PathForecast paths;

    Forecast(Assessment assessment, Consequences consequences, PathForecast paths) {
        this.assessment = assessment;
        this.consequences = consequences;
        this.paths = paths;
    }

    WhatIf whatIf(List<Fix> fixes) {
        FixedFacts facts = FixedFacts.of(assessment, fixes);
        AttackOverlay overlay = AttackOverlay.of(assessment.attackGraph(), fixes, facts.mended());
        List<PathChange> changes = paths.changes(overlay);
        List<AttackPath> left = paths.after(changes);
        return new WhatIf(
                fixes,
                overlay.gone(),
                changes,
                secured(changes, left),
                findings(facts, overlay, left),
                overlay.weakened());
    }

    private static List<AssetKey> secured(List<PathChange> changes, List<AttackPath> left) {
        Set<AssetKey> secured =
                changes.stream().map(change -> change.before().target()).collect(Collectors.toCollection(TreeSet::new));
        left.forEach(path -> secured.remove(path.target()));
        return List.copyOf(secured);
    }

    private List<FindingChange> findings(FixedFacts facts, AttackOverlay overlay, List<AttackPath> left) {
        Consequences changed = consequences.with(facts.verdicts());
        FactorIndex factors = changed.factors(overlay, left);
        Map<AssetKey, Finding> after = new HashMap<>();
        changed.findings(factors, paths.fromOutside(overlay), left)
                .forEach(finding -> after.put(finding.key(), finding));
        return assessment.findings().prioritized().stream()
                .map(before -> new FindingChange(before, facts.mends(before) ? null : after.get(before.key())))
                .filter(change -> change.after() == null || !hasSameScore(change.before(), change.after()))
                .toList();
    }

    private static boolean hasSameScore(Finding a, Finding b) {
        return a.level() == b.level() && a.score().value() == b.score().value();
    }
}
