package dev.throughline.connector.trivy;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.ImageLabels;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Rejection;
import dev.throughline.model.AssetKey;
import dev.throughline.model.ContainerImage;
import dev.throughline.model.Digest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a report says of the image besides its names: {@code Metadata.ImageConfig}, an OCI image configuration. */
final class ImageDescription {
    /** Go's zero time, where nothing was known. */
    private static final Instant ZERO = Instant.parse("0001-01-01T00:00:00Z");

    private final @Nullable Digest configDigest;
    private final Fields config;
    private final ImageLabels labels;
    private final @Nullable Instant createdAt;
    private final @Nullable Instant scannedAt;

    ImageDescription(Fields report, @Nullable Digest configDigest, FactSink sink) {
        this.configDigest = configDigest;
        this.config = report.object("Metadata").object("ImageConfig");
        this.labels =
                new ImageLabels(config.has("config") ? config.object("config").stringMap("Labels") : null);
        this.createdAt = instant(config, "created", sink);
        this.scannedAt = instant(report, "CreatedAt", sink);
    }

    ContainerImage of(AssetKey image) {
        boolean isConfiguration =
                configDigest != null && AssetKey.image(configDigest).equals(image);
        return new ContainerImage(
                image,
                configDigest == null || isConfiguration ? null : configDigest.toString(),
                filled(config.text("architecture")),
                filled(config.text("os")),
                labels.baseName(),
                labels.baseDigest(),
                labels.list(),
                createdAt,
                scannedAt);
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
