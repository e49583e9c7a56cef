package dev.throughline.finding;

import dev.throughline.finding.Context.Presence;
import dev.throughline.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The formula: {@code score = 100 × likelihood × reach × impact}. Each term rises with every factor that is added and never
 * falls with one that is unknown; a weakness of high severity that is exposed and has sensitive data behind it is critical.
 * Context lifts a weakness by one level at most: what is only medium in itself never becomes critical.
 */
final class Scoring {
    private Scoring() {}

    static Score score(Context context) {
        Term reach = reach(context);
        Term impact = impact(context);
        if (context.severity() == null && context.cvss() == null && !context.knownExploited()) {
            return Score.notEvaluated(List.of(reach, impact));
        }
        boolean contextual = context.presence() != Presence.UNKNOWN
                || context.pathProbability() > 0
                || context.sensitive()
                || context.criticality() != null;
        Term likelihood = likelihood(context);
        List<Term> terms = List.of(likelihood, reach, impact);
        double product = Score.product(terms);
        double most = most(likelihood.value());
        return product <= most
                ? Score.of(contextual, terms)
                : Score.of(
                        contextual,
                        List.of(
                                likelihood,
                                reach,
                                impact,
                                new Term("ceiling", most / product, "context lifts a weakness by one level at most")));
    }

    /** The highest score, as a fraction, within the level above the one that the weakness has by itself. */
    private static double most(double likelihood) {
        if (likelihood >= floor(Severity.HIGH)) {
            return 1;
        }
        return likelihood >= floor(Severity.MEDIUM) ? Score.MOST_HIGH : Score.MOST_MEDIUM;
    }

    private static Term likelihood(Context context) {
        List<String> reasons = new ArrayList<>();
        double value = 0;
        if (context.severity() != null) {
            value = floor(context.severity());
            reasons.add("severity " + context.severity().name().toLowerCase(Locale.ROOT));
        }
        if (context.cvss() != null) {
            value = Math.max(value, context.cvss() / 10);
            reasons.add("CVSS " + context.cvss());
        } else if (context.severity() != null) {
            value = typical(context.severity());
        }
        if (context.epss() != null) {
            value += (1 - value) * context.epss();
            reasons.add(String.format(Locale.ROOT, "EPSS %.1f%%", context.epss() * 100));
        }
        if (context.knownExploited()) {
            value = Math.max(value, 0.95);
            reasons.add("known exploited");
        }
        return new Term("likelihood", value, String.join(", ", reasons));
    }

    /** The least CVSS score of a severity, so that a publisher's higher word counts. */
    private static double floor(Severity severity) {
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

    private static Term reach(Context context) {
        double value;
        String reason;
        switch (context.presence()) {
            case NOT_DEPLOYED -> {
                value = 0.3;
                reason = "no workload that was read runs it";
            }
            case PUBLIC -> {
                value = 1;
                reason = "anybody can read it";
            }
            case PRIVATE -> {
                value = 0.5;
                reason = "only who may read the repository can read it";
            }
            case UNKNOWN -> {
                value = 0.6;
                reason = "where it runs is not known";
            }
            default -> {
                value = exposure(context.exposure());
                reason = exposureReason(context.exposure());
            }
        }
        double byPath = 0.55 + 0.45 * context.pathProbability();
        if (context.pathProbability() > 0 && byPath > value) {
            return new Term(
                    "reach",
                    byPath,
                    String.format(
                            Locale.ROOT,
                            "an outside attacker reaches it with probability %.0f%%",
                            context.pathProbability() * 100));
        }
        return new Term("reach", value, reason);
    }

    private static double exposure(Context.Exposure exposure) {
        return switch (exposure) {
            case WIDE -> 1;
            case NARROW -> 0.95;
            case UNKNOWN -> 0.75;
            case NONE -> 0.55;
        };
    }

    private static String exposureReason(Context.Exposure exposure) {
        return switch (exposure) {
            case WIDE -> "it runs, exposed to the internet";
            case NARROW -> "it runs, exposed to named ranges of the internet";
            case UNKNOWN -> "it runs; whether it is exposed is not known";
            case NONE -> "it runs, not exposed to the internet";
        };
    }

    private static Term impact(Context context) {
        double value = 0.6;
        List<String> reasons = new ArrayList<>();
        if (context.sensitive()) {
            value = 0.85;
            reasons.add("sensitive data");
        }
        if (context.criticality() != null) {
            value = context.sensitive() ? 1 : "very-high".equals(context.criticality()) ? 0.95 : 0.85;
            reasons.add("critical resource (" + context.criticality() + ")");
        }
        if (context.lateral()) {
            value = Math.min(1, value + 0.1);
            reasons.add("lateral movement");
        }
        return new Term(
                "impact",
                value,
                reasons.isEmpty() ? "nothing of value is known behind it" : String.join(", ", reasons));
    }
}
