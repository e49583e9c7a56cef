package dev.throughline.testing;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.throughline.Assessment;
import dev.throughline.mapping.Candidate;
import dev.throughline.model.AssetKey;
import dev.throughline.risk.Factor;
import dev.throughline.risk.Verdict;
import java.util.Collection;
import java.util.List;
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
     * Verifies that a repository is the one the workload was most likely deployed from, which need not be one that its
     * images were built from.
     *
     * @param repository any address of the repository
     * @return assertions on that
     */
    @CanIgnoreReturnValue
    public OriginAssert isDeployedFrom(String repository) {
        AssetKey key = AssetKey.repository(repository);
        List<Candidate> candidates = assessment.mapping().deployedFrom(actual);
        if (candidates.isEmpty() || !candidates.get(0).repository().equals(key)) {
            throw failure(
                    "expected %s to be deployed from %s, but the candidates are%s",
                    actual,
                    key,
                    Lines.indented(candidates.stream().map(CandidateText::of).toList()));
        }
        return new OriginAssert(candidates.subList(0, 1)).describedAs(info.description());
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
