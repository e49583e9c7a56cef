package dev.throughline.explore;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.throughline.finding.Finding;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Severity;
import dev.throughline.model.WeaknessType;
import dev.throughline.risk.Level;
import org.jspecify.annotations.Nullable;

/**
 * Which findings. Every step returns a new filter. That a finding has a level or a severity at least cannot be told where
 * it was not evaluated, or nobody rated it.
 *
 * @param state whether they are still there
 * @param type their type; null for any
 * @param level the least level in their context; null for any, {@link Level#NOT_EVALUATED} too
 * @param severity the least severity before any context; null for any, and for none
 * @param vulnerability the vulnerability they are cases of; null for any, and for none
 */
@CheckReturnValue
public record FindingFilter(
        Finding.State state,
        @Nullable WeaknessType type,
        @Nullable Level level,
        @Nullable Severity severity,
        @Nullable Sentence vulnerability) {
    static final FindingFilter OPEN = new FindingFilter(Finding.State.OPEN, null, null, null, null);

    /**
     * Checks the level and the vulnerability.
     *
     * @throws IllegalArgumentException if the level is "not evaluated", or the sentence finds anything but vulnerabilities
     */
    public FindingFilter {
        if (level == Level.NOT_EVALUATED) {
            throw new IllegalArgumentException("'not evaluated' is no level that something has at least");
        }
        if (vulnerability != null
                && !vulnerability
                        .kinds()
                        .equals(Sentence.find(AssetKind.VULNERABILITY).kinds())) {
            throw new IllegalArgumentException("a finding is a case of a vulnerability, not of " + vulnerability);
        }
    }

    /**
     * Those that are gone instead.
     *
     * @return a new filter
     */
    public FindingFilter fixed() {
        return new FindingFilter(Finding.State.FIXED, type, level, severity, vulnerability);
    }

    /**
     * Only of a type.
     *
     * @param only the type
     * @return a new filter
     */
    public FindingFilter ofType(WeaknessType only) {
        return new FindingFilter(state, only, level, severity, vulnerability);
    }

    /**
     * Only at least as urgent, in their context.
     *
     * @param least a level
     * @return a new filter
     * @throws IllegalArgumentException if the level is "not evaluated"
     */
    public FindingFilter atLeast(Level least) {
        return new FindingFilter(state, type, least, severity, vulnerability);
    }

    /**
     * Only at least as severe, before any context.
     *
     * @param least a severity
     * @return a new filter
     */
    public FindingFilter atLeast(Severity least) {
        return new FindingFilter(state, type, level, least, vulnerability);
    }

    /**
     * Only cases of a vulnerability.
     *
     * @param of finds the vulnerabilities
     * @return a new filter
     * @throws IllegalArgumentException if it finds anything but vulnerabilities
     */
    public FindingFilter caseOf(Sentence of) {
        return new FindingFilter(state, type, level, severity, of);
    }

    /**
     * Only cases of one vulnerability.
     *
     * @param id its id, such as {@code CVE-2024-3094}
     * @return a new filter
     */
    public FindingFilter caseOf(String id) {
        return caseOf(Sentence.find(AssetKind.VULNERABILITY)
                .that(Condition.property("key").is(AssetKey.vulnerability(id).text())));
    }

    /**
     * Only cases of vulnerabilities that are known to be exploited.
     *
     * @return a new filter
     */
    public FindingFilter knownExploited() {
        return caseOf(Sentence.find(AssetKind.VULNERABILITY)
                .that(Condition.property("knownExploited").is(true)));
    }
}
