package dev.throughline.connector.trivy;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Rejection;
import dev.throughline.model.AssetKey;
import dev.throughline.model.ContainerImage;
import dev.throughline.model.Digest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a report says of the image besides its names: {@code Metadata.ImageConfig}, an OCI image configuration. */
final class ImageDescription {
    /** Go's zero time, where nothing was known. */
    private static final Instant ZERO = Instant.parse("0001-01-01T00:00:00Z");

    private final @Nullable Digest configDigest;
    private final Fields config;
    private final @Nullable Map<String, String> labels;
    private final @Nullable Instant createdAt;
    private final @Nullable Instant scannedAt;

    ImageDescription(Fields report, @Nullable Digest configDigest, FactSink sink) {
        this.configDigest = configDigest;
        this.config = report.object("Metadata").object("ImageConfig");
        this.labels = config.has("config") ? config.object("config").stringMap("Labels") : null;
        this.createdAt = instant(config, "created", sink);
        this.scannedAt = instant(report, "CreatedAt", sink);
    }

    ContainerImage of(AssetKey image) {
        return new ContainerImage(
                image,
                configDigest == null ? null : configDigest.toString(),
                filled(config.text("architecture")),
                filled(config.text("os")),
                label("org.opencontainers.image.base.name"),
                baseDigest(),
                labels(),
                createdAt,
                scannedAt);
    }

    private @Nullable String label(String name) {
        return labels == null ? null : filled(labels.get(name));
    }

    /** Whoever builds an image writes into its labels what they like. */
    private @Nullable String baseDigest() {
        String digest = label("org.opencontainers.image.base.digest");
        try {
            return digest == null ? null : Digest.parse(digest).toString();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private @Nullable List<String> labels() {
        return labels == null
                ? null
                : labels.entrySet().stream()
                        .map(label -> label.getKey() + "=" + label.getValue())
                        .sorted()
                        .toList();
    }

    private static @Nullable Instant instant(Fields fields, String name, FactSink sink) {
        try {
            Instant instant = fields.instant(name);
            return ZERO.equals(instant) ? null : instant;
        } catch (WrongShape e) {
            sink.reject(new Rejection(fields.file(), e.pointer(), String.valueOf(e.getMessage())));
            return null;
        }
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
