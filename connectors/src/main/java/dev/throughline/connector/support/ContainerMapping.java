package dev.throughline.connector.support;

import com.google.common.base.Splitter;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Digest;
import dev.throughline.model.ImageReference;
import dev.throughline.model.ImageTag;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads what the container-mapping step of Microsoft Security DevOps sends at the end of a job: the push events that the
 * Docker daemon saw during the job ({@code ID=<reference>}) and the images it has ({@code
 * CreatedAt=…::Repo=…::Tag=…::Digest=…}). Only an image that was pushed is a product of the run.
 */
public final class ContainerMapping {
    private static final String METHOD = "container-mapping";

    private final AssetKey run;
    private final String runId;

    /**
     * For what one run sent.
     *
     * @param run key of the run
     * @param runId id that its platform gave it
     */
    public ContainerMapping(AssetKey run, String runId) {
        this.run = run;
        this.runId = runId;
    }

    /**
     * Hands over which images the run pushed, and under which tags. An event whose image is not known by its digest, and a
     * line that is not as it should be, is rejected.
     *
     * @param mapping what was sent
     * @param sink takes the facts
     */
    public void read(Fields mapping, FactSink sink) {
        Map<AssetKey, Digest> images = new HashMap<>();
        Records.each(mapping.list("dockerImages"), sink, (image, facts) -> image(image, images));
        Records.each(mapping.list("dockerEvents"), sink, (event, facts) -> pushed(event, images, facts));
    }

    /** Layers and images that were never pushed or pulled have parts that are {@code <none>}. */
    private static void image(Fields image, Map<AssetKey, Digest> images) {
        Map<String, String> values = values(image.text());
        if (!values.containsValue("<none>")) {
            images.put(AssetKey.imageTag(reference(image, values)), digest(image, values));
        }
    }

    private void pushed(Fields event, Map<AssetKey, Digest> images, FactSink sink) {
        String text = event.text();
        if (!text.startsWith("ID=")) {
            throw new WrongShape(event.pointer(), "expected ID= and an image reference");
        }
        ImageReference reference = ImageReference.parse(text.substring("ID=".length()));
        AssetKey tag = AssetKey.imageTag(reference);
        Digest digest = reference.digest() == null ? images.get(tag) : reference.digest();
        if (digest == null) {
            throw new WrongShape(event.pointer(), "pushed, but no image with this tag and a digest is listed");
        }
        AssetKey image = AssetKey.image(digest);
        sink.accept(new Relation(run, RelationType.PUSHED, image, Map.of("runId", runId, "method", METHOD)));
        if (reference.digest() == null) {
            sink.accept(new ImageTag(tag, reference.tagOrLatest()));
            sink.accept(new Relation(tag, RelationType.TAGGED, image));
        }
    }

    private static ImageReference reference(Fields image, Map<String, String> values) {
        return ImageReference.parse(value(image, values, "Repo") + ":" + value(image, values, "Tag"));
    }

    private static Digest digest(Fields image, Map<String, String> values) {
        return Digest.parse(value(image, values, "Digest"));
    }

    private static String value(Fields image, Map<String, String> values, String name) {
        String value = values.get(name);
        if (value == null) {
            throw new WrongShape(image.pointer(), "expected a part " + name + "=");
        }
        return value;
    }

    private static Map<String, String> values(String line) {
        Map<String, String> values = new HashMap<>();
        for (String part : Splitter.on("::").split(line)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                values.putIfAbsent(part.substring(0, equals), part.substring(equals + 1));
            }
        }
        return values;
    }
}
