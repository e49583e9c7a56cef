package dev.throughline.connector.azure;

import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.ImageReference;
import dev.throughline.model.ImageTag;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.Map;

/** What a service was asked to run. */
final class Images {
    private Images() {}

    /** An image that cannot be read is left out: the service is there all the same. */
    static void created(AssetKey service, String image, FactSink sink) {
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
