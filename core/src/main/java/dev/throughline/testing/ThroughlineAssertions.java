package dev.throughline.testing;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.throughline.Assessment;

/**
 * The entry to assertions on assessments; import {@code assertThat} statically beside AssertJ's own.
 *
 * <pre>{@code
 * assertThat(assessment).workload(PAYMENTS)
 *         .isBuiltFrom("github.com/acme/shop").at(COMMIT).by(LinkMethod.VERIFIED_PROVENANCE);
 * }</pre>
 */
public final class ThroughlineAssertions {
    private ThroughlineAssertions() {}

    /**
     * Begins assertions on an assessment.
     *
     * @param actual the assessment
     * @return assertions
     */
    @CheckReturnValue
    public static AssessmentAssert assertThat(Assessment actual) {
        return new AssessmentAssert(actual);
    }
}
