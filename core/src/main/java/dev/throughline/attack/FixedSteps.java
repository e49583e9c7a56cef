package dev.throughline.attack;

import dev.throughline.model.AssetKey;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Tells which steps a fix takes away. */
final class FixedSteps {
    /** How many findings hold a step open, where that is not one. */
    private static final String EXPLOITABLE = "exploitable";

    private final Function<AssetKey, Set<AssetKey>> proofs;

    /** Looks up, for a finding, the assets that evidence names where it rests on it. */
    FixedSteps(Function<AssetKey, Set<AssetKey>> proofs) {
        this.proofs = proofs;
    }

    Predicate<AttackStep> of(Fix fix) {
        if (fix instanceof Fix.Isolate isolate) {
            return step -> touches(step, isolate.asset());
        }
        if (fix instanceof Fix.StopEdge stop) {
            return step -> step.edge().equals(stop.edge()) && touches(step, stop.asset());
        }
        if (fix instanceof Fix.StopStep stop) {
            return step -> step.edge().equals(stop.edge())
                    && step.from().equals(stop.from())
                    && step.to().equals(stop.to());
        }
        if (fix instanceof Fix.Mend mend) {
            Set<AssetKey> proof = proofs.apply(mend.finding());
            return step -> restsOn(step, proof);
        }
        if (fix instanceof Fix.Patch patch) {
            Set<AssetKey> proof = Set.of(patch.asset(), patch.vulnerability());
            return step -> restsOn(step, proof);
        }
        String remedy = fix instanceof Fix.Deny deny ? deny.remedy() : ((Fix.Apply) fix).remedy();
        return step -> step.breaks().contains(remedy);
    }

    private static boolean touches(AttackStep step, AssetKey asset) {
        return step.from().equals(asset) || step.to().equals(asset);
    }

    private static boolean restsOn(AttackStep step, Set<AssetKey> proof) {
        return step.evidence().assets().containsAll(proof)
                && step.evidence().fields().getOrDefault(EXPLOITABLE, "1").equals("1");
    }
}
