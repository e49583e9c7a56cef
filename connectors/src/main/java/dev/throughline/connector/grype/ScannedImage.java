package dev.throughline.connector.grype;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.ImageLabels;
import dev.throughline.connector.support.ImageNames;
import dev.throughline.connector.support.Records;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Rejection;
import dev.throughline.model.AssetKey;
import dev.throughline.model.ContainerImage;
import dev.throughline.model.Digest;
import dev.throughline.model.ImageReference;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out which image a report is about, from {@code source.target} of the report. */
final class ScannedImage {
    private final Fields target;
    private final FactSink sink;

    private ScannedImage(Fields target, FactSink sink) {
        this.target = target;
        this.sink = sink;
    }

    /** The image under each of its digests. */
    static Set<AssetKey> read(Fields target, FactSink sink) {
        return new ScannedImage(target, sink).images();
    }

    private Set<AssetKey> images() {
        Digest configuration = digest("imageID");
        Set<AssetKey> images = new LinkedHashSet<>();
        Records.each(
                target.list("repoDigests"),
                sink,
                (reference, facts) -> images.add(ImageNames.held(ImageReference.parse(reference.text()), facts)));
        if (images.isEmpty()) {
            images.add(AssetKey.image(own(configuration)));
        }
        Records.each(
                target.list("tags"),
                sink,
                (tag, facts) -> ImageNames.tagged(ImageReference.parse(tag.text()), images, facts));
        images.forEach(image -> describe(image, configuration));
        return images;
    }

    /**
     * The digest of an image that no registry holds. Where it came from a container engine its manifest was made up by the
     * scanner; the digest of the configuration beside it tells which image it is.
     */
    private Digest own(@Nullable Digest configuration) {
        Digest manifest = digest("manifestDigest");
        if (manifest != null) {
            return manifest;
        }
        if (configuration != null) {
            return configuration;
        }
        throw new WrongShape(
                target.pointer(),
                "neither repoDigests, manifestDigest nor imageID has a digest, so the image is unknown");
    }

    private @Nullable Digest digest(String field) {
        String text = target.text(field);
        try {
            return text == null || text.isBlank() ? null : Digest.parse(text);
        } catch (IllegalArgumentException e) {
            sink.reject(new Rejection(target.file(), target.pointer() + "/" + field, String.valueOf(e.getMessage())));
            return null;
        }
    }

    private void describe(AssetKey image, @Nullable Digest configuration) {
        ImageLabels labels = new ImageLabels(target.has("labels") ? target.stringMap("labels") : null);
        boolean isConfiguration =
                configuration != null && AssetKey.image(configuration).equals(image);
        sink.accept(new ContainerImage(
                image,
                configuration == null || isConfiguration ? null : configuration.toString(),
                target.text("architecture"),
                target.text("os"),
                labels.baseName(),
                labels.baseDigest(),
                labels.list(),
                null,
                null));
    }
}
