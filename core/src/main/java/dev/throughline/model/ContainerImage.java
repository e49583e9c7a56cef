package dev.throughline.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A container image manifest, named by its digest.
 *
 * <p>Key: {@code image:sha256:<64 hex>}. Source: OCI Image Specification 1.1, manifest and config.
 *
 * @param key its key
 * @param configDigest digest of the image configuration, which some runtimes report as the image id
 * @param architecture CPU architecture
 * @param os operating system
 * @param baseName name of the base image, where the image says so
 * @param baseDigest digest of the base image, where the image says so
 * @param labels labels of the configuration as {@code key=value}, sorted; anybody who builds an image can write
 * them
 * @param createdAt time of the build as written in the configuration
 * @param scannedAt time of the newest vulnerability scan
 */
public record ContainerImage(
        AssetKey key,
        @Nullable String configDigest,
        @Nullable String architecture,
        @Nullable String os,
        @Nullable String baseName,
        @Nullable String baseDigest,
        @Nullable List<String> labels,
        @Nullable Instant createdAt,
        @Nullable Instant scannedAt)
        implements Asset {
    /** Checks the key and copies lists. */
    public ContainerImage {
        AssetKind.CONTAINER_IMAGE.check(key);
        labels = labels == null ? null : List.copyOf(labels);
    }
}
