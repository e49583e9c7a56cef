package dev.throughline.finding;

import dev.throughline.model.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What a score is computed from.
 *
 * @param severity severity as reported; null if unknown
 * @param cvss CVSS base score; null if unknown
 * @param epss EPSS probability; null if unknown
 * @param knownExploited whether it is known to be exploited
 * @param presence where the weakness is
 * @param exposure whether the internet reaches it
 * @param pathProbability probability that an outside attacker reaches it; 0 if no way is known
 * @param sensitive whether sensitive data is behind it
 * @param criticality level of the critical resource behind it; null if none is known
 * @param lateral whether whoever takes it can go on
 */
record Context(
        @Nullable Severity severity,
        @Nullable Double cvss,
        @Nullable Double epss,
        boolean knownExploited,
        Presence presence,
        Exposure exposure,
        double pathProbability,
        boolean sensitive,
        @Nullable String criticality,
        boolean lateral) {
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
}
