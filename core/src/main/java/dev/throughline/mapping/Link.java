package dev.throughline.mapping;

import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import dev.throughline.model.Text;
import java.util.Map;
import java.util.TreeMap;
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
 * @param trust how hard this evidence is to forge: no more than evidence of its kind can be trusted, and less where it
 *     stands alone or is contradicted
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
        Trust trust,
        double confidence,
        Evidence evidence) {
    /** Field of evidence that names a repository which is gone, and whose name another one has now. */
    public static final String FORMER_REPOSITORY = "formerRepository";

    private static final double CONTRADICTED = 0.2;

    /**
     * Checks trust and confidence.
     *
     * @throws IllegalArgumentException if the confidence is negative, or either is more than that of the method
     */
    public Link {
        if (!(confidence >= 0 && confidence <= method.confidence())) {
            throw new IllegalArgumentException("confidence " + confidence + " of a link by " + method + " to "
                    + Text.quote(subject.text()) + " is not within 0 and " + method.confidence());
        }
        if (trust.compareTo(method.trust()) < 0) {
            throw new IllegalArgumentException("trust " + trust + " of a link by " + method + " to "
                    + Text.quote(subject.text()) + " is more than " + method.trust());
        }
    }

    /**
     * A link for which one side alone speaks, as sure as its method.
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
        this(subject, repository, commit, pipeline, run, method, method.alone(), method.confidence(), evidence);
    }

    /**
     * This link, for which a second side speaks, as its evidence tells: as trusted as evidence of its kind can be.
     *
     * @return the link
     */
    public Link corroborated() {
        return new Link(subject, repository, commit, pipeline, run, method, method.trust(), confidence, evidence);
    }

    /**
     * This link, against which something known speaks: no more than a claim, and hardly ever right.
     *
     * @param because goes on with the statement of the evidence, after "but"
     * @param fields the fields that tell
     * @return the link
     */
    public Link contradicted(String because, Map<String, String> fields) {
        Map<String, String> all = new TreeMap<>(evidence.fields());
        all.putAll(fields);
        return new Link(
                subject,
                repository,
                commit,
                pipeline,
                run,
                method,
                trust.compareTo(Trust.CLAIMED) < 0 ? Trust.CLAIMED : trust,
                Math.min(confidence, CONTRADICTED),
                new Evidence(evidence.statement() + ", but " + because, evidence.assets(), all));
    }
}
