package dev.throughline.attack;

import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an attacker who holds one asset can do to get another.
 *
 * @param from what the attacker holds
 * @param edge name of the {@link AttackEdge} that derived the step
 * @param to what the attacker gets
 * @param techniques MITRE ATT&amp;CK technique ids, such as T1190
 * @param probability probability of success, above 0 and at most 1
 * @param evidence why the step is possible
 * @param breaks what takes the step away
 * @param hardens what only makes it less likely
 * @param alternatives what makes it possible, where that may be several things; null where it is one, which the step tells
 */
public record AttackStep(
        AssetKey from,
        String edge,
        AssetKey to,
        List<String> techniques,
        double probability,
        Evidence evidence,
        List<String> breaks,
        List<String> hardens,
        @Nullable Alternatives alternatives) {
    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if the probability is not one
     */
    public AttackStep {
        if (!(probability > 0 && probability <= 1)) {
            throw new IllegalArgumentException(edge + " from " + from + " has the probability " + probability);
        }
        techniques = List.copyOf(techniques);
        breaks = List.copyOf(breaks);
        hardens = List.copyOf(hardens);
    }

    /**
     * A step that one thing makes possible.
     *
     * @param from what the attacker holds
     * @param edge name of the {@link AttackEdge} that derived the step
     * @param to what the attacker gets
     * @param techniques MITRE ATT&amp;CK technique ids, such as T1190
     * @param probability probability of success, above 0 and at most 1
     * @param evidence why the step is possible
     * @param breaks what takes the step away
     * @param hardens what only makes it less likely
     * @throws IllegalArgumentException if the probability is not one
     */
    public AttackStep(
            AssetKey from,
            String edge,
            AssetKey to,
            List<String> techniques,
            double probability,
            Evidence evidence,
            List<String> breaks,
            List<String> hardens) {
        this(from, edge, to, techniques, probability, evidence, breaks, hardens, null);
    }

    /**
     * The same step to another asset, sharing all it holds.
     *
     * @param other what the attacker gets
     * @return the step
     */
    public AttackStep leadingTo(AssetKey other) {
        return new AttackStep(from, edge, other, techniques, probability, evidence, breaks, hardens, alternatives);
    }

    /** Whether it starts or ends at an asset. */
    boolean touches(AssetKey asset) {
        return from.equals(asset) || to.equals(asset);
    }

    @Override
    public String toString() {
        return from + " -" + edge + "-> " + to;
    }
}
