package dev.throughline.connector.defender;

import dev.throughline.connector.support.Fields;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Rejection;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.ContainerImage;
import dev.throughline.model.Digest;
import dev.throughline.model.ImageReference;
import dev.throughline.model.ImageTag;
import dev.throughline.model.RegistryRepository;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The image that a finding is about: {@code additionalData.artifactDetails}, or {@code additionalData.imageDigest} of the
 * older scanner.
 *
 * @param data {@code additionalData}
 * @param properties {@code properties}
 */
record AssessedImage(AnyCase data, AnyCase properties) {
    /** Hands over what is said of the image and returns its key; null if it has no digest. */
    @Nullable
    AssetKey read(FactSink sink) {
        AnyCase artifact = data.object("artifactDetails");
        Digest digest =
                artifact.fields().isAbsent() ? digest(data, "imageDigest", sink) : digest(artifact, "digest", sink);
        if (digest == null) {
            return null;
        }
        AssetKey image = AssetKey.image(digest);
        sink.accept(new ContainerImage(
                image,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                properties.fields().instant(properties.written("timeGenerated"))));
        place(artifact, image, sink);
        return image;
    }

    /** Examples have other things where a digest should stand; then the finding is one of the registry. */
    private static @Nullable Digest digest(AnyCase fields, String name, FactSink sink) {
        String digest = fields.text(name);
        try {
            return digest == null ? null : Digest.parse(digest);
        } catch (IllegalArgumentException e) {
            Fields place = fields.fields().get(fields.written(name));
            sink.reject(new Rejection(place.file(), place.pointer(), String.valueOf(e.getMessage())));
            return null;
        }
    }

    private static void place(AnyCase artifact, AssetKey image, FactSink sink) {
        String host = artifact.text("registryHost");
        String name = artifact.text("repositoryName");
        if (host == null || name == null) {
            return;
        }
        ImageReference repository = ImageReference.parse(host + "/" + name);
        AssetKey holder = AssetKey.of(AssetKind.REGISTRY_REPOSITORY, repository.repository());
        sink.accept(new RegistryRepository(holder, repository.name()));
        sink.accept(new Relation(holder, RelationType.HOLDS, image));
        List<String> tags = artifact.fields().strings(artifact.written("tags"));
        for (String tag : tags) {
            AssetKey key = AssetKey.imageTag(ImageReference.parse(host + "/" + name + ":" + tag));
            sink.accept(new ImageTag(key, tag));
            sink.accept(new Relation(key, RelationType.TAGGED, image));
        }
    }
}
