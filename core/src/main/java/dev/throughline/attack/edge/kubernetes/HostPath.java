package dev.throughline.attack.edge.kubernetes;

import dev.throughline.model.AssetKey;
import dev.throughline.risk.Hardening;
import java.util.List;

/**
 * A part of the file system of its node that a container mounts.
 *
 * @param volume key of the volume
 * @param told its path as the volume tells it
 * @param path the same, without what means nothing
 * @param readOnly whether the container may only read it
 */
record HostPath(AssetKey volume, String told, String path, boolean readOnly) {
    static HostPath of(AssetKey volume, String path, boolean readOnly) {
        String clean = path.replaceAll("/(\\./)+", "/").replaceAll("/{2,}", "/");
        return new HostPath(
                volume,
                path,
                clean.length() > 1 && clean.endsWith("/") ? clean.substring(0, clean.length() - 1) : clean,
                readOnly);
    }

    /** What takes it from a container. */
    String remedy(AssetKey container) {
        return Hardening.withoutHostPath(told, container);
    }

    /** Whether it holds a file or directory of the node. */
    boolean holds(String file) {
        return path.equals("/") || file.equals(path) || file.startsWith(path + "/");
    }

    /** Whether it holds one of some files or directories, or lies in it. */
    boolean touches(List<String> files) {
        return files.stream().anyMatch(file -> holds(file) || path.startsWith(file + "/"));
    }
}
