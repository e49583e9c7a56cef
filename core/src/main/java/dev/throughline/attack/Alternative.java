package dev.throughline.attack;

import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import java.util.List;
import java.util.Set;

/**
 * One of several things that each make a step possible, such as one of the vulnerabilities of an image.
 *
 * @param probability probability of success by it, above 0 and at most 1
 * @param evidence why it makes the step possible
 * @param breaks what takes it away
 * @param hardens what only makes it less likely
 * @param findings keys of the weaknesses it rests on: it is gone when all of them are mended; empty if it rests on none
 */
public record Alternative(
        double probability, Evidence evidence, List<String> breaks, List<String> hardens, Set<AssetKey> findings) {
    /** Copies the collections. */
    public Alternative {
        breaks = List.copyOf(breaks);
        hardens = List.copyOf(hardens);
        findings = Set.copyOf(findings);
    }

    /**
     * One that rests on no finding, and that nothing hardens.
     *
     * @param likelihood how likely it succeeds
     * @param evidence why it makes the step possible
     * @param breaks what takes it away
     * @return the alternative
     */
    public static Alternative of(Likelihood likelihood, Evidence evidence, List<String> breaks) {
        return new Alternative(likelihood.probability(), evidence, breaks, List.of(), Set.of());
    }
}
