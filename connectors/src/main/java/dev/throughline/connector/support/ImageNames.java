package dev.throughline.connector.support;

import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.ImageReference;
import dev.throughline.model.ImageTag;
import dev.throughline.model.RegistryRepository;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;

/** What the names of an image say: which registry holds it, and under which tag. */
public final class ImageNames {
    private ImageNames() {}

    /**
     * Says that a registry holds an image.
     *
     * @param reference a reference with a digest
     * @param sink takes the facts
     * @return key of the image
     * @throws IllegalArgumentException if the reference has no digest
     */
    public static AssetKey held(ImageReference reference, FactSink sink) {
        if (reference.digest() == null) {
            throw new IllegalArgumentException("'" + reference + "' has no digest");
        }
        AssetKey image = AssetKey.image(reference.digest());
        AssetKey repository = AssetKey.of(AssetKind.REGISTRY_REPOSITORY, reference.repository());
        sink.accept(new RegistryRepository(repository, reference.name()));
        sink.accept(new Relation(repository, RelationType.HOLDS, image));
        return image;
    }

    /**
     * Says that a tag points at images.
     *
     * @param reference a reference, read as {@code latest} where it has no tag
     * @param images keys of the images
     * @param sink takes the facts
     */
    public static void tagged(ImageReference reference, Iterable<AssetKey> images, FactSink sink) {
        AssetKey tag = AssetKey.imageTag(reference);
        sink.accept(new ImageTag(tag, reference.tagOrLatest()));
        images.forEach(image -> sink.accept(new Relation(tag, RelationType.TAGGED, image)));
    }
}
