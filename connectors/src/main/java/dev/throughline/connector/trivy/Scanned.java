package dev.throughline.connector.trivy;

import dev.throughline.model.AssetKey;
import dev.throughline.model.WeaknessType;
import java.util.List;
import java.util.Set;

/**
 * What was scanned.
 *
 * @param assets its assets: a repository, or an image under each of its digests
 * @param packageWeakness type of a vulnerable package in it
 */
record Scanned(List<AssetKey> assets, WeaknessType packageWeakness) {
    static Scanned repository(AssetKey repository) {
        return new Scanned(List.of(repository), WeaknessType.DEPENDENCY);
    }

    static Scanned image(Set<AssetKey> images) {
        return new Scanned(List.copyOf(images), WeaknessType.CONTAINER_IMAGE);
    }
}
