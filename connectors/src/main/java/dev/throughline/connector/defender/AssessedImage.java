package dev.throughline.connector.defender;

import dev.throughline.connector.support.Fields;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Rejection;
import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.ContainerImage;
import dev.throughline.model.Digest;
import dev.throughline.model.ImageReference;
import dev.throughline.model.ImageTag;
import dev.throughline.model.RegistryRepository;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The image that a finding is about, and what is said of it.
 *
 * @param key its key
 * @param assets assets that are told of
 * @param relations relations between them
 */
record AssessedImage(AssetKey key, List<Asset> assets, List<Relation> relations) {
    /**
     * Reads {@code additionalData.artifactDetails}, or {@code additionalData.imageDigest} of the older scanner.
     *
     * @param data {@code additionalData}
     * @param properties {@code properties}
     * @param sink takes a rejection
     * @return the image; null if it has no digest
     */
    static @Nullable AssessedImage of(AnyCase data, AnyCase properties, FactSink sink) {
        AnyCase artifact = data.object("artifactDetails");
        Digest digest =
                artifact.fields().isAbsent() ? digest(data, "imageDigest", sink) : digest(artifact, "digest", sink);
        if (digest == null) {
            return null;
        }
        AssessedImage image = new AssessedImage(AssetKey.image(digest), new ArrayList<>(), new ArrayList<>());
        image.assets.add(new ContainerImage(
                image.key,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                properties.fields().instant(properties.written("timeGenerated"))));
        image.place(artifact);
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

    private void place(AnyCase artifact) {
        String host = artifact.text("registryHost");
        String name = artifact.text("repositoryName");
        if (host == null || name == null) {
            return;
        }
        ImageReference repository = ImageReference.parse(host + "/" + name);
        AssetKey holder = AssetKey.of(AssetKind.REGISTRY_REPOSITORY, repository.repository());
        assets.add(new RegistryRepository(holder, repository.name()));
        relations.add(new Relation(holder, RelationType.HOLDS, key));
        List<String> tags = artifact.fields().strings(artifact.written("tags"));
        for (String tag : tags) {
            AssetKey tagKey = AssetKey.imageTag(ImageReference.parse(host + "/" + name + ":" + tag));
            assets.add(new ImageTag(tagKey, tag));
            relations.add(new Relation(tagKey, RelationType.TAGGED, key));
        }
    }

    void tell(FactSink sink) {
        assets.forEach(sink::accept);
        relations.forEach(sink::accept);
    }
}
