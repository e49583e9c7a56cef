package dev.throughline.testing;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.throughline.Assessment;
import dev.throughline.model.AssetKey;
import dev.throughline.risk.Factor;
import dev.throughline.risk.Verdict;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Assertions on a workload. */
public final class WorkloadAssert extends AbstractImageAssert<WorkloadAssert> {
    WorkloadAssert(Assessment assessment, AssetKey actual) {
        super(assessment, actual, WorkloadAssert.class);
    }

    @Override
    Collection<AssetKey> images() {
        return assessment.mapping().imagesRunBy(actual);
    }

    /**
     * Verifies that the workload runs an image.
     *
     * @param image key of the image, by any of its digests
     * @return this
     */
    @CanIgnoreReturnValue
    public WorkloadAssert runsImage(AssetKey image) {
        if (!assessment.mapping().workloadsRunning(image).contains(actual)) {
            Set<AssetKey> found = new TreeSet<>(images());
            found.addAll(assessment.mapping().unresolvedTagsOf(actual));
            throw failure("expected %s to run %s, but it runs%s", actual, image, Lines.indented(found));
        }
        return this;
    }

    /**
     * Verifies that a risk factor does not hold, and that this is known.
     *
     * @param factor a factor, such as {@link Factor#INTERNET_EXPOSED}
     * @return this
     */
    @CanIgnoreReturnValue
    public WorkloadAssert doesNotHaveFactor(Factor factor) {
        Verdict verdict = assessment.factors().of(actual, factor);
        if (verdict.answer() != Verdict.Answer.NO) {
            throw failure("expected %s not to be %s, but found%n  %s", actual, factor, verdict);
        }
        return this;
    }
}
