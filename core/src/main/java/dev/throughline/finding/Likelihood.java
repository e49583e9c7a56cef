package dev.throughline.finding;

import dev.throughline.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The first term of the formula: how likely a weakness is exploited where it can be reached. What is known of exploitation
 * closes a share of the gap to 1, so that nothing that is added ever lowers it.
 */
final class Likelihood {
    private static final double EXPLOITED = 0.95;

    private Likelihood() {}

    static Term of(Threat threat) {
        List<String> reasons = new ArrayList<>();
        double value = 0;
        if (threat.severity() != null) {
            value = threat.cvss() == null ? typical(threat.severity()) : least(threat.severity());
            reasons.add("severity " + threat.severity().name().toLowerCase(Locale.ROOT));
        }
        if (threat.cvss() != null) {
            value = Math.max(value, threat.cvss() / 10);
            reasons.add("CVSS " + threat.cvss());
        }
        if (threat.remoteCode()) {
            value = closer(value, 0.2);
            reasons.add("remote code execution");
        }
        if (threat.maturity() != null) {
            value = closer(value, share(threat.maturity()));
            reasons.add("exploit " + threat.maturity());
        }
        if (threat.epss() != null) {
            value = closer(value, threat.epss());
            reasons.add(String.format(Locale.ROOT, "EPSS %.1f%%", threat.epss() * 100));
        }
        if (threat.knownExploited()) {
            value = Math.max(value, EXPLOITED);
            reasons.add("known exploited");
        }
        return new Term("likelihood", value, String.join(", ", reasons));
    }

    private static double closer(double value, double share) {
        return value + (1 - value) * share;
    }

    /** An exploit that nobody has seen has lowered the CVSS score already. */
    private static double share(String maturity) {
        return switch (maturity) {
            case "attacked", "functional" -> 0.2;
            case "proof-of-concept" -> 0.1;
            default -> 0;
        };
    }

    /** The least CVSS score of a severity, so that a publisher's higher word counts. */
    static double least(Severity severity) {
        return switch (severity) {
            case CRITICAL -> 0.9;
            case HIGH -> 0.7;
            case MEDIUM -> 0.4;
            case LOW -> 0.1;
            case NONE -> 0.02;
        };
    }

    /** The middle of the CVSS scores of a severity, where no score is known. */
    private static double typical(Severity severity) {
        return switch (severity) {
            case CRITICAL -> 0.95;
            case HIGH -> 0.8;
            case MEDIUM -> 0.55;
            case LOW -> 0.25;
            case NONE -> 0.02;
        };
    }
}
