package dev.throughline.finding;

import dev.throughline.finding.Surroundings.Exposure;
import dev.throughline.model.Severity;
import dev.throughline.risk.Factor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The formula: {@code score = 100 × likelihood × reach × impact}. Each term rises with every factor that is added and never
 * falls with one that is unknown; a weakness of high severity that is exposed and has sensitive data behind it is critical.
 * Context lifts a weakness by one level at most: what is only medium in itself never becomes critical.
 */
final class Scoring {
    /** From this number of workloads on, a weakness is widespread. */
    private static final int MANY = 10;

    private Scoring() {}

    static Score score(Threat threat, Surroundings place) {
        Term reach = reach(place);
        Term impact = impact(place);
        if (!threat.isEvaluated()) {
            return Score.notEvaluated(List.of(reach, impact));
        }
        Term likelihood = Likelihood.of(threat);
        List<Term> terms = List.of(likelihood, reach, impact);
        double product = Score.product(terms);
        double most = most(likelihood.value());
        return product <= most
                ? Score.of(place.areKnown(), terms)
                : Score.of(
                        place.areKnown(),
                        List.of(
                                likelihood,
                                reach,
                                impact,
                                new Term("ceiling", most / product, "context lifts a weakness by one level at most")));
    }

    /** The highest score, as a fraction, within the level above the one that the weakness has by itself. */
    private static double most(double likelihood) {
        if (likelihood >= Likelihood.least(Severity.HIGH)) {
            return 1;
        }
        return likelihood >= Likelihood.least(Severity.MEDIUM) ? Score.MOST_HIGH : Score.MOST_MEDIUM;
    }

    private static Term reach(Surroundings place) {
        Term here = presence(place);
        double byPath = 0.55 + 0.45 * place.pathProbability();
        Term reach = place.pathProbability() > 0 && byPath > here.value()
                ? new Term(
                        "reach",
                        byPath,
                        String.format(
                                Locale.ROOT,
                                "an outside attacker reaches it with probability %.0f%%",
                                place.pathProbability() * 100))
                : here;
        return place.has(Factor.PUBLIC_ACCESS)
                ? new Term("reach", Math.min(1, reach.value() + 0.05), reach.reason() + ", and anybody may read it")
                : reach;
    }

    private static Term presence(Surroundings place) {
        return switch (place.presence()) {
            case NOT_DEPLOYED -> new Term("reach", 0.3, "no workload that was read runs it");
            case PUBLIC -> new Term("reach", 1, "anybody can read it");
            case PRIVATE -> new Term("reach", 0.5, "only who may read the repository can read it");
            case UNKNOWN -> new Term("reach", 0.6, "where it runs is not known");
            case RUNNING -> exposure(place.exposure());
        };
    }

    private static Term exposure(Exposure exposure) {
        return switch (exposure) {
            case WIDE -> new Term("reach", 1, "it runs, exposed to the internet");
            case NARROW -> new Term("reach", 0.95, "it runs, exposed to named ranges of the internet");
            case UNKNOWN -> new Term("reach", 0.75, "it runs; whether it is exposed is not known");
            case NONE -> new Term("reach", 0.55, "it runs, not exposed to the internet");
        };
    }

    private static Term impact(Surroundings place) {
        double value = 0.6;
        List<String> reasons = new ArrayList<>();
        boolean sensitive = place.has(Factor.SENSITIVE_DATA);
        if (sensitive) {
            value = 0.85;
            reasons.add("sensitive data");
        }
        if (place.criticality() != null) {
            value = sensitive ? 1 : "very-high".equals(place.criticality()) ? 0.95 : 0.85;
            reasons.add("critical resource (" + place.criticality() + ")");
        }
        if (place.has(Factor.LATERAL_MOVEMENT)) {
            value += 0.1;
            reasons.add("lateral movement");
        }
        if (place.has(Factor.PRIVILEGED_WORKLOAD)) {
            value += 0.05;
            reasons.add("privileged workload");
        }
        if (place.has(Factor.EXCESSIVE_PERMISSIONS)) {
            value += 0.05;
            reasons.add("excessive permissions");
        }
        if (place.runners() >= MANY) {
            value += 0.05;
            reasons.add("runs in " + place.runners() + " places");
        }
        return new Term(
                "impact",
                Math.min(1, value),
                reasons.isEmpty() ? "nothing of value is known behind it" : String.join(", ", reasons));
    }
}
