package dev.throughline.testing;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.throughline.Assessment;
import dev.throughline.model.AssetKey;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Assertions on an image. */
public final class ImageAssert extends AbstractImageAssert<ImageAssert> {
    ImageAssert(Assessment assessment, AssetKey actual) {
        super(assessment, actual, ImageAssert.class);
    }

    @Override
    Collection<AssetKey> images() {
        return List.of(actual);
    }

    /**
     * Verifies that workloads run the image; others may run it too.
     *
     * @param workloads keys of the workloads
     * @return this
     */
    @CanIgnoreReturnValue
    public ImageAssert runsIn(AssetKey... workloads) {
        Set<AssetKey> running = assessment.mapping().workloadsRunning(actual);
        if (!running.containsAll(List.of(workloads))) {
            throw failure(
                    "expected %s to run in%s%nbut it runs in%s",
                    actual, Lines.indented(List.of(workloads)), Lines.indented(running));
        }
        return this;
    }
}
