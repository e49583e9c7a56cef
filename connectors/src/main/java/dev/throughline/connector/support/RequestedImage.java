package dev.throughline.connector.support;

import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.ImageReference;
import dev.throughline.model.ImageTag;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.Map;

/** The image that a service of a cloud was asked to run. */
public final class RequestedImage {
    private RequestedImage() {}

    /**
     * Says that a service was created from an image. A reference that cannot be read is left out: the service is there all
     * the same.
     *
     * @param service key of the service
     * @param image the image as it was asked for
     * @param sink takes the facts
     */
    public static void created(AssetKey service, String image, FactSink sink) {
        ImageReference reference;
        try {
            reference = ImageReference.parse(image);
        } catch (IllegalArgumentException e) {
            return;
        }
        AssetKey target;
        if (reference.digest() != null) {
            target = AssetKey.image(reference.digest());
        } else {
            target = AssetKey.imageTag(reference);
            sink.accept(new ImageTag(target, reference.tagOrLatest()));
        }
        sink.accept(new Relation(service, RelationType.CREATED_FROM, target, Map.of("reference", image)));
    }
}
