package dev.throughline.connector.trivy;

import dev.throughline.model.AssetKey;
import dev.throughline.model.WeaknessType;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was scanned.
 *
 * @param assets its assets: a repository, an image under each of its digests, or what runs in a cluster
 * @param packageWeakness type of a vulnerable package in it
 * @param isRunning whether it was scanned where it runs
 * @param place which part of the asset, such as {@code Role/shop/reader} of a cluster; null if all of it
 */
record Scanned(
        List<AssetKey> assets,
        WeaknessType packageWeakness,
        boolean isRunning,
        @Nullable String place) {
    static Scanned repository(AssetKey repository) {
        return new Scanned(List.of(repository), WeaknessType.DEPENDENCY, false, null);
    }

    static Scanned image(Set<AssetKey> images) {
        return new Scanned(List.copyOf(images), WeaknessType.CONTAINER_IMAGE, false, null);
    }

    static Scanned running(AssetKey asset, @Nullable String place) {
        return new Scanned(List.of(asset), WeaknessType.CONTAINER_IMAGE, true, place);
    }
}
