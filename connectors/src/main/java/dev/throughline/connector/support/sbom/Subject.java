package dev.throughline.connector.support.sbom;

import dev.throughline.model.AssetKey;
import dev.throughline.model.WeaknessType;
import java.util.Collection;
import java.util.List;

/**
 * What a document is about.
 *
 * @param assets its assets: a repository, or an image under each of its digests
 * @param weakness type of a vulnerable package in it
 */
public record Subject(List<AssetKey> assets, WeaknessType weakness) {
    /** Copies the list. */
    public Subject {
        assets = List.copyOf(assets);
    }

    /**
     * A repository.
     *
     * @param repository its key
     * @return the subject
     */
    public static Subject repository(AssetKey repository) {
        return new Subject(List.of(repository), WeaknessType.DEPENDENCY);
    }

    /**
     * An image.
     *
     * @param digests keys of the image by each of its digests
     * @return the subject
     */
    public static Subject image(Collection<AssetKey> digests) {
        return new Subject(List.copyOf(digests), WeaknessType.CONTAINER_IMAGE);
    }
}
