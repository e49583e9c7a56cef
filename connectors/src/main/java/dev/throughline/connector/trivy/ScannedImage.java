package dev.throughline.connector.trivy;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.TreeMultimap;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.ImageNames;
import dev.throughline.connector.support.Records;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Digest;
import dev.throughline.model.ImageReference;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Finds out which image a report is about, from {@code Metadata} of the report. */
final class ScannedImage {
    private final Fields metadata;
    private final FactSink sink;

    /** Images by the registry repository that holds them, such as {@code ghcr.io/acme/shop}. */
    private final TreeMultimap<String, AssetKey> held = TreeMultimap.create();

    private ScannedImage(Fields metadata, FactSink sink) {
        this.metadata = metadata;
        this.sink = sink;
    }

    static Scanned read(Fields report, FactSink sink) {
        return new ScannedImage(report.object("Metadata"), sink).scanned(report);
    }

    private Scanned scanned(Fields report) {
        Digest configDigest = configDigest();
        references("RepoDigests", this::digest);
        Set<AssetKey> images = images(configDigest);
        references("RepoTags", (reference, facts) -> tag(reference, images, facts));
        ImageDescription description = new ImageDescription(report, configDigest, sink);
        images.forEach(image -> sink.accept(description.of(image)));
        return Scanned.image(images);
    }

    private Set<AssetKey> images(@Nullable Digest configDigest) {
        if (!held.isEmpty()) {
            return ImmutableSet.copyOf(held.values());
        }
        if (configDigest != null) {
            return Set.of(AssetKey.image(configDigest));
        }
        throw new WrongShape(
                metadata.pointer(), "neither RepoDigests nor ImageID has a digest, so the image is unknown");
    }

    private @Nullable Digest configDigest() {
        String id = metadata.text("ImageID");
        try {
            return id == null || id.isBlank() ? null : Digest.parse(id);
        } catch (IllegalArgumentException e) {
            throw new WrongShape(metadata.pointer() + "/ImageID", String.valueOf(e.getMessage()));
        }
    }

    /** Some reports hold an empty string where there is no reference. */
    private void references(String name, BiConsumer<ImageReference, FactSink> reader) {
        Records.each(metadata.list(name), sink, (reference, facts) -> {
            if (!reference.text().isBlank()) {
                reader.accept(ImageReference.parse(reference.text()), facts);
            }
        });
    }

    private void digest(ImageReference reference, FactSink facts) {
        held.put(reference.repository(), ImageNames.held(reference, facts));
    }

    /** A tag points at the digest in its own repository. One that was never pushed has none there. */
    private void tag(ImageReference reference, Set<AssetKey> images, FactSink facts) {
        Set<AssetKey> own = held.get(reference.repository());
        ImageNames.tagged(reference, own.isEmpty() ? images : own, facts);
    }
}
