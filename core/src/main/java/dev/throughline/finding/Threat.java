package dev.throughline.finding;

import dev.throughline.model.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What a weakness is by itself, wherever it is.
 *
 * @param severity severity as reported; null if unknown
 * @param cvss CVSS score; null if unknown
 * @param epss EPSS probability; null if unknown
 * @param knownExploited whether it is known to be exploited
 * @param remoteCode whether it lets a remote attacker run code
 * @param maturity how far exploits have come; null if nothing is said
 */
record Threat(
        @Nullable Severity severity,
        @Nullable Double cvss,
        @Nullable Double epss,
        boolean knownExploited,
        boolean remoteCode,
        @Nullable String maturity) {
    static Threat of(@Nullable Severity severity, @Nullable Double cvss) {
        return new Threat(severity, cvss, null, false, false, null);
    }

    /** Whether enough is known to say how urgent it is. */
    boolean isEvaluated() {
        return severity != null || cvss != null || knownExploited;
    }
}
