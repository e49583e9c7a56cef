package dev.throughline.testing;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.throughline.Assessment;
import dev.throughline.model.AssetKey;
import java.util.List;
import java.util.Set;

/** Assertions on a repository. */
public final class RepositoryAssert extends AbstractAssetAssert<RepositoryAssert> {
    RepositoryAssert(Assessment assessment, AssetKey actual) {
        super(assessment, actual, RepositoryAssert.class);
    }

    /**
     * Verifies that workloads run code of the repository; others may do so too.
     *
     * @param workloads keys of the workloads
     * @return this
     */
    @CanIgnoreReturnValue
    public RepositoryAssert runsIn(AssetKey... workloads) {
        Set<AssetKey> running = running();
        if (!running.containsAll(List.of(workloads))) {
            throw failure(
                    "expected code of %s to run in%s%nbut it runs in%s",
                    actual, Lines.indented(List.of(workloads)), Lines.indented(running));
        }
        return this;
    }

    /**
     * Verifies that no workload is known to run code of the repository.
     *
     * @return this
     */
    @CanIgnoreReturnValue
    public RepositoryAssert runsNowhere() {
        if (!running().isEmpty()) {
            throw failure("expected code of %s to run nowhere, but it runs in%s", actual, Lines.indented(running()));
        }
        return this;
    }

    private Set<AssetKey> running() {
        return assessment.mapping().workloadsOf(actual);
    }
}
