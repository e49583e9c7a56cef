package dev.throughline.attack;

import dev.throughline.model.AssetKey;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells what some fixes leave of a step. */
final class FixedSteps {
    private final List<Fix> fixes;
    private final Set<AssetKey> mended;
    private final Set<String> remedies = new HashSet<>();

    /** Takes the fixes, and the keys of all weaknesses that they mend. */
    FixedSteps(Collection<Fix> fixes, Set<AssetKey> mended) {
        this.fixes = List.copyOf(fixes);
        this.mended = Set.copyOf(mended);
        fixes.forEach(fix -> remedies.addAll(fix.remedies()));
    }

    /** Whether they change a step. */
    boolean touch(AttackStep step) {
        Alternatives alternatives = step.alternatives();
        return takeAway(step)
                || (alternatives != null && alternatives.each().stream().anyMatch(this::isGone));
    }

    /** What is left of a step that they change: the same, less likely; empty if it is gone. */
    Optional<AttackStep> left(AttackStep step) {
        return takeAway(step)
                ? Optional.empty()
                : Optional.ofNullable(step.alternatives())
                        .flatMap(alternatives -> alternatives.without(this::isGone))
                        .map(left -> left.step(step.from(), step.edge(), step.to(), step.techniques()));
    }

    /** Whether they take a step away, whatever alternatives it has. */
    private boolean takeAway(AttackStep step) {
        for (Fix fix : fixes) {
            if (fix.stops(step)) {
                return true;
            }
        }
        return step.alternatives() == null
                ? isBroken(step.breaks()) || step.evidence().assets().stream().anyMatch(mended::contains)
                : isBroken(step.alternatives().breaks());
    }

    private boolean isGone(Alternative alternative) {
        boolean mends = !alternative.findings().isEmpty() && mended.containsAll(alternative.findings());
        return mends || isBroken(alternative.breaks());
    }

    private boolean isBroken(List<String> breaks) {
        for (String remedy : breaks) {
            if (remedies.contains(remedy)) {
                return true;
            }
        }
        return false;
    }
}
