package dev.throughline.attack.edge.kubernetes;

import dev.throughline.model.AssetKey;
import java.util.List;

/** A part of the file system of its node that a container mounts. */
record HostPath(AssetKey volume, String path, boolean readOnly) {
    static HostPath of(AssetKey volume, String path, boolean readOnly) {
        String clean = path.replaceAll("/(\\./)+", "/").replaceAll("/{2,}", "/");
        return new HostPath(
                volume,
                clean.length() > 1 && clean.endsWith("/") ? clean.substring(0, clean.length() - 1) : clean,
                readOnly);
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
