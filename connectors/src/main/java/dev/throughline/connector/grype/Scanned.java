package dev.throughline.connector.grype;

import dev.throughline.connector.support.SourcePath;
import dev.throughline.model.AssetKey;
import dev.throughline.model.WeaknessType;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was scanned.
 *
 * @param assets its assets: a repository, or an image under each of its digests
 * @param weaknessType type of a vulnerable package in it
 * @param root where it lay when it was scanned; null if unknown, or of no matter, as for an image
 */
record Scanned(
        List<AssetKey> assets,
        WeaknessType weaknessType,
        @Nullable String root) {
    static Scanned repository(AssetKey repository, @Nullable String root) {
        return new Scanned(List.of(repository), WeaknessType.DEPENDENCY, root);
    }

    static Scanned image(Set<AssetKey> images) {
        return new Scanned(List.copyOf(images), WeaknessType.CONTAINER_IMAGE, null);
    }

    boolean isImage() {
        return weaknessType == WeaknessType.CONTAINER_IMAGE;
    }

    /** The path from the root of what was scanned; null if nothing is left of it. */
    @Nullable
    String path(String location) {
        if (root != null && location.startsWith(root.endsWith("/") ? root : root + "/")) {
            return SourcePath.of(location.substring(root.length()));
        }
        return SourcePath.of(location);
    }
}
