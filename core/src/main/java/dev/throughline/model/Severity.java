package dev.throughline.model;

/** How bad a weakness is in itself, before any context. From worst to least. */
public enum Severity {
    /** CVSS 9.0 to 10.0, or the word of its author. */
    CRITICAL,
    /** CVSS 7.0 to 8.9. */
    HIGH,
    /** CVSS 4.0 to 6.9. */
    MEDIUM,
    /** CVSS 0.1 to 3.9. */
    LOW,
    /** Informational: CVSS 0.0. */
    NONE;

    /**
     * The rating of a CVSS score (CVSS v3.1 §5, v4.0 §6).
     *
     * @param score a score, 0.0 to 10.0
     * @return its qualitative severity rating
     */
    public static Severity ofCvss(double score) {
        if (score >= 9.0) {
            return CRITICAL;
        }
        if (score >= 7.0) {
            return HIGH;
        }
        if (score >= 4.0) {
            return MEDIUM;
        }
        return score > 0 ? LOW : NONE;
    }

    /**
     * Whether this is at least as bad as another.
     *
     * @param other a severity
     * @return whether it is the same or worse
     */
    public boolean isAtLeast(Severity other) {
        return compareTo(other) <= 0;
    }
}
