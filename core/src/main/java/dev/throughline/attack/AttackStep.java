package dev.throughline.attack;

import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import java.util.List;

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
 */
public record AttackStep(
        AssetKey from,
        String edge,
        AssetKey to,
        List<String> techniques,
        double probability,
        Evidence evidence,
        List<String> breaks,
        List<String> hardens) {
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

    @Override
    public String toString() {
        return from + " -" + edge + "-> " + to;
    }
}
