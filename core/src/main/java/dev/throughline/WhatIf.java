package dev.throughline;

import dev.throughline.attack.AttackPath;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Fix;
import dev.throughline.attack.PathChange;
import dev.throughline.finding.FindingChange;
import dev.throughline.model.AssetKey;
import java.util.List;

/**
 * What would be different if something were done: exactly what an assessment would say otherwise in which those
 * attack steps are gone or less likely. It never shows a new path, nor one that becomes more likely.
 *
 * @param fixes what is done
 * @param steps the attack steps that go
 * @param paths the best paths that go or are replaced by a less likely one, most urgent first; all others stay
 * @param secured the critical and sensitive assets that could be reached from outside and no longer can, ordered
 * @param findings the open findings that are mended, or that have another score, most urgent first
 * @param weakened the attack steps that stay and lose some of what makes them possible, as they are then
 */
public record WhatIf(
        List<Fix> fixes,
        List<AttackStep> steps,
        List<PathChange> paths,
        List<AssetKey> secured,
        List<FindingChange> findings,
        List<AttackStep> weakened) {
    /** Copies the lists. */
    public WhatIf {
        fixes = List.copyOf(fixes);
        steps = List.copyOf(steps);
        paths = List.copyOf(paths);
        secured = List.copyOf(secured);
        findings = List.copyOf(findings);
        weakened = List.copyOf(weakened);
    }

    /**
     * The paths that go.
     *
     * @return the paths, most urgent first
     */
    public List<AttackPath> gone() {
        return paths.stream().filter(PathChange::isGone).map(PathChange::before).toList();
    }

    /**
     * The paths in whose place a less likely one comes.
     *
     * @return the changes, most urgent first
     */
    public List<PathChange> changed() {
        return paths.stream().filter(change -> !change.isGone()).toList();
    }
}
