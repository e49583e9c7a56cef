package dev.throughline.connector.defender;

import com.fasterxml.jackson.databind.JsonNode;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The images of a file, in which findings of one image follow each other. */
final class AssessedImages {
    private @Nullable JsonNode artifact;
    private @Nullable String time;
    private @Nullable AssessedImage last;

    /** Hands over what is said of the image and returns its key; null if it has no digest. */
    @Nullable
    AssetKey read(AnyCase data, AnyCase properties, FactSink sink) {
        JsonNode about = data.object("artifactDetails").fields().node();
        String generated = properties.text("timeGenerated");
        AssessedImage image = last;
        if (image == null || about.isEmpty() || !about.equals(artifact) || !Objects.equals(generated, time)) {
            image = AssessedImage.of(data, properties, sink);
            artifact = about;
            time = generated;
            last = image;
        }
        if (image == null) {
            return null;
        }
        image.tell(sink);
        return image.key();
    }
}
