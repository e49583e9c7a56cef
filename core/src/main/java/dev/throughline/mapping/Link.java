package dev.throughline.mapping;

import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * What one piece of evidence says: this image was built from that repository. A relation that no single source could see.
 *
 * @param image key of an image or image index
 * @param repository key of the repository
 * @param commit key of the commit, where the evidence names it
 * @param pipeline key of the pipeline, where the evidence names it
 * @param run key of the run, where the evidence names it
 * @param method kind of the evidence
 * @param evidence the evidence
 */
public record Link(
        AssetKey image,
        AssetKey repository,
        @Nullable AssetKey commit,
        @Nullable AssetKey pipeline,
        @Nullable AssetKey run,
        LinkMethod method,
        Evidence evidence) {}
