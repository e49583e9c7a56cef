package dev.throughline.risk;

import dev.throughline.model.Vulnerability;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the CVSS vector of a vulnerability says of an attack (CVSS v2 §2.1, v3.1 §2, v4.0 §2). Where there is no vector,
 * nothing holds. Immutable.
 */
public final class CvssMetrics {
    private final Map<String, String> values = new HashMap<>();

    private CvssMetrics(String vector) {
        for (String metric : vector.split("/", -1)) {
            int colon = metric.indexOf(':');
            if (colon > 0) {
                values.put(metric.substring(0, colon), metric.substring(colon + 1));
            }
        }
    }

    /**
     * Reads the vector of a vulnerability.
     *
     * @param vulnerability a vulnerability
     * @return its metrics
     */
    public static CvssMetrics of(Vulnerability vulnerability) {
        return new CvssMetrics(vulnerability.cvssVector() == null ? "" : vulnerability.cvssVector());
    }

    /**
     * Whether there is a vector.
     *
     * @return whether the way of attack is known
     */
    public boolean isKnown() {
        return values.containsKey("AV");
    }

    /**
     * Whether it is attacked over the network.
     *
     * @return whether the attack vector is network
     */
    public boolean isRemote() {
        return is("AV", "N");
    }

    /**
     * Whether an attack reads everything.
     *
     * @return whether the impact on confidentiality is total
     */
    public boolean readsAll() {
        return is("C", "H") || is("VC", "H") || is("C", "C");
    }

    /**
     * Whether an attack changes everything.
     *
     * @return whether the impact on integrity is total
     */
    public boolean changesAll() {
        return is("I", "H") || is("VI", "H") || is("I", "C");
    }

    /**
     * Whether an attack stops everything.
     *
     * @return whether the impact on availability is total
     */
    public boolean stopsAll() {
        return is("A", "H") || is("VA", "H") || is("A", "C");
    }

    /**
     * Whether an attack changes nothing.
     *
     * @return whether the vector says that integrity is not concerned
     */
    public boolean changesNothing() {
        return is("I", "N") || is("VI", "N");
    }

    /**
     * Whether an attacker needs luck, an account, or somebody who plays along.
     *
     * @return whether the vector says so
     */
    public boolean needsMore() {
        return is("AC", "H")
                || is("AC", "M")
                || is("AT", "P")
                || is("PR", "L")
                || is("PR", "H")
                || is("Au", "S")
                || is("Au", "M")
                || is("UI", "R")
                || is("UI", "P")
                || is("UI", "A");
    }

    /**
     * How far exploits have come (Exploit Code Maturity, Exploit Maturity).
     *
     * @return {@code attacked}, {@code functional}, {@code proof-of-concept} or {@code unreported}; empty if nothing is said
     */
    public Optional<String> exploitMaturity() {
        return switch (values.getOrDefault("E", "")) {
            case "A" -> Optional.of("attacked");
            case "H", "F" -> Optional.of("functional");
            case "P", "POC" -> Optional.of("proof-of-concept");
            case "U" -> Optional.of("unreported");
            default -> Optional.empty();
        };
    }

    private boolean is(String metric, String value) {
        return value.equals(values.get(metric));
    }
}
