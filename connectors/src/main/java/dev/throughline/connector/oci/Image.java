package dev.throughline.connector.oci;

import dev.throughline.connector.support.Fields;
import dev.throughline.model.AssetKey;
import dev.throughline.model.ContainerImage;
import dev.throughline.model.Digest;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What manifest and configuration say of an image (OCI Image Specification 1.1, config.md and annotations.md). */
final class Image {
    private static final Set<String> CONFIGURATIONS =
            Set.of("application/vnd.oci.image.config.v1+json", "application/vnd.docker.container.image.v1+json");
    private static final String BASE = "org.opencontainers.image.base.";

    /** Go's zero time, where nothing was known. */
    private static final Instant ZERO = Instant.parse("0001-01-01T00:00:00Z");

    private Image() {}

    /** Whether a manifest is that of an image, and not of another artifact. */
    static boolean isOne(Fields manifest) {
        return CONFIGURATIONS.contains(String.valueOf(manifest.object("config").text("mediaType")));
    }

    static ContainerImage read(AssetKey key, Fields manifest, Blobs blobs) {
        Digest configuration = Blobs.digest(manifest.object("config"));
        Fields config = blobs.holds(configuration) ? blobs.json(configuration) : Fields.NONE;
        return new ContainerImage(
                key,
                configuration.toString(),
                filled(config.text("architecture")),
                filled(config.text("os")),
                filled(base("name", manifest, config)),
                digest(base("digest", manifest, config)),
                labels(config),
                ZERO.equals(config.instant("created")) ? null : config.instant("created"),
                null);
    }

    /** Annotations of the manifest come from the builder, labels also from the base image, whose own base they name. */
    private static @Nullable String base(String what, Fields manifest, Fields config) {
        String annotated = manifest.object("annotations").text(BASE + what);
        return annotated == null ? config.object("config").object("Labels").text(BASE + what) : annotated;
    }

    private static @Nullable String digest(@Nullable String text) {
        try {
            return text == null ? null : Digest.parse(text).toString();
        } catch (IllegalArgumentException e) {
            return null; // whoever builds an image writes what they like
        }
    }

    private static @Nullable List<String> labels(Fields config) {
        return config.has("config")
                ? config.object("config").stringMap("Labels").entrySet().stream()
                        .map(label -> label.getKey() + "=" + label.getValue())
                        .sorted()
                        .toList()
                : null;
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
