package dev.throughline.finding;

import dev.throughline.risk.Factor;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the place of a weakness and of what runs it.
 *
 * @param presence where the weakness is
 * @param exposure whether the internet reaches it
 * @param pathProbability probability that an outside attacker reaches it; 0 if no way is known
 * @param factors factors that hold
 * @param criticality level of the critical resource behind it; null if none is known
 * @param runners number of workloads that run it
 */
record Surroundings(
        Presence presence,
        Exposure exposure,
        double pathProbability,
        Set<Factor> factors,
        @Nullable String criticality,
        int runners) {
    enum Presence {
        /** A workload runs it; its exposure counts. */
        RUNNING,
        /** No workload runs it. */
        NOT_DEPLOYED,
        /** It is a credential that anybody can read. */
        PUBLIC,
        /** It is a credential that only members can read. */
        PRIVATE,
        /** It cannot be told. */
        UNKNOWN
    }

    enum Exposure {
        WIDE,
        NARROW,
        UNKNOWN,
        NONE
    }

    boolean has(Factor factor) {
        return factors.contains(factor);
    }

    /** Whether anything is known but the weakness itself. */
    boolean areKnown() {
        return presence != Presence.UNKNOWN || pathProbability > 0 || !factors.isEmpty();
    }
}
