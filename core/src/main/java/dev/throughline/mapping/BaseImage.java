package dev.throughline.mapping;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.ContainerImage;
import dev.throughline.model.Digest;
import dev.throughline.model.Evidence;
import dev.throughline.model.ImageReference;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An image that another was built upon: lineage. It tells where the lower layers come from, never who built the upper ones.
 *
 * @param base key of an image, index or tag; a claim may name what the graph does not hold
 * @param evidence what says so; a label is a claim of whoever built the image
 */
public record BaseImage(AssetKey base, Evidence evidence) {
    private static final String DIGEST = "org.opencontainers.image.base.digest=";
    private static final String NAME = "org.opencontainers.image.base.name=";

    static List<BaseImage> of(RiskGraph graph, List<AssetKey> names) {
        Map<AssetKey, BaseImage> bases = new TreeMap<>();
        for (AssetKey name : names) {
            BiConsumer<@Nullable AssetKey, String> add = (base, statement) -> {
                if (base != null) {
                    bases.putIfAbsent(base, new BaseImage(base, Evidence.of(statement, name, base)));
                }
            };
            graph.outgoing(name, RelationType.BASED_ON)
                    .forEach(based -> add.accept(based.to(), "a source says that the image was built upon this one"));
            graph.find(name, ContainerImage.class).ifPresent(image -> {
                add.accept(image(graph, image.baseDigest()), "the configuration of the image names its base");
                add.accept(image(graph, label(image, DIGEST)), "a label of the image names its base");
                add.accept(tag(image.baseName()), "the configuration of the image names its base");
                add.accept(tag(label(image, NAME)), "a label of the image names its base");
            });
        }
        return List.copyOf(bases.values());
    }

    private static @Nullable String label(ContainerImage image, String prefix) {
        return image.labels() == null
                ? null
                : image.labels().stream()
                        .filter(label -> label.startsWith(prefix))
                        .map(label -> label.substring(prefix.length()))
                        .findFirst()
                        .orElse(null);
    }

    /** The base is mostly an index; where the graph holds none of this digest, it is called an image. */
    private static @Nullable AssetKey image(RiskGraph graph, @Nullable String digest) {
        try {
            String text = digest == null ? null : Digest.parse(digest).toString();
            if (text == null) {
                return null;
            }
            AssetKey index = AssetKey.of(AssetKind.IMAGE_INDEX, text);
            return graph.number(index) >= 0 ? index : AssetKey.of(AssetKind.CONTAINER_IMAGE, text);
        } catch (IllegalArgumentException e) {
            return null; // a label may hold anything
        }
    }

    private static @Nullable AssetKey tag(@Nullable String reference) {
        try {
            return reference == null || reference.isEmpty() ? null : AssetKey.imageTag(ImageReference.parse(reference));
        } catch (IllegalArgumentException e) {
            return null; // a label may hold anything
        }
    }
}
