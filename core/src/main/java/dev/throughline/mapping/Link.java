package dev.throughline.mapping;

import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import dev.throughline.model.Text;
import org.jspecify.annotations.Nullable;

/**
 * What one piece of evidence says of where an asset comes from. A relation that no single source could see. What it means
 * is told by its subject: an image was <em>built</em> from the repository; a workload, cluster or cloud resource was
 * <em>deployed</em> from it, which says nothing of who built the image.
 *
 * @param subject key of an image, image index, workload, cluster or cloud resource
 * @param repository key of the repository
 * @param commit key of the commit, where the evidence names it; a run for a fork names the commit of the fork
 * @param pipeline key of the pipeline, where the evidence names it
 * @param run key of the run, where the evidence names it
 * @param method kind of the evidence
 * @param confidence how often such a link alone is right, 0 to that of its method
 * @param evidence the evidence
 */
public record Link(
        AssetKey subject,
        AssetKey repository,
        @Nullable AssetKey commit,
        @Nullable AssetKey pipeline,
        @Nullable AssetKey run,
        LinkMethod method,
        double confidence,
        Evidence evidence) {
    /** Field of evidence that names a repository which is gone, and whose name another one has now. */
    public static final String FORMER_REPOSITORY = "formerRepository";

    /**
     * Checks the confidence.
     *
     * @throws IllegalArgumentException if it is negative or more than that of the method
     */
    public Link {
        if (!(confidence >= 0 && confidence <= method.confidence())) {
            throw new IllegalArgumentException("confidence " + confidence + " of a link by " + method + " to "
                    + Text.quote(subject.text()) + " is not within 0 and " + method.confidence());
        }
    }

    /**
     * A link as sure as its method.
     *
     * @param subject key of an image, image index, workload, cluster or cloud resource
     * @param repository key of the repository
     * @param commit key of the commit, where the evidence names it
     * @param pipeline key of the pipeline, where the evidence names it
     * @param run key of the run, where the evidence names it
     * @param method kind of the evidence
     * @param evidence the evidence
     */
    public Link(
            AssetKey subject,
            AssetKey repository,
            @Nullable AssetKey commit,
            @Nullable AssetKey pipeline,
            @Nullable AssetKey run,
            LinkMethod method,
            Evidence evidence) {
        this(subject, repository, commit, pipeline, run, method, method.confidence(), evidence);
    }
}
