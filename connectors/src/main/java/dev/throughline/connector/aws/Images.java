package dev.throughline.connector.aws;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Digest;
import dev.throughline.model.ImageReference;
import dev.throughline.model.ImageTag;
import dev.throughline.model.Registry;
import dev.throughline.model.RegistryRepository;
import dev.throughline.model.RelationType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Images: those of ECR, and those that tasks and functions run. */
final class Images {
    private Images() {}

    /** What something runs, by digest if the answer tells one, else as it is named. */
    static void runs(AssetKey runner, @Nullable String image, @Nullable String digest, Facts facts) {
        ImageReference reference = parse(image);
        Map<String, String> asked = image == null ? Map.of() : Map.of("reference", image);
        Digest known = digest == null ? null : Digest.parse(digest);
        if (known == null && reference != null) {
            known = reference.digest();
        }
        if (known != null) {
            AssetKey target = AssetKey.image(known);
            facts.relate(runner, RelationType.CREATED_FROM, target, asked);
            if (reference != null) {
                facts.relate(repository(reference, facts), RelationType.HOLDS, target);
            }
        } else if (reference != null) {
            facts.relate(runner, RelationType.CREATED_FROM, tag(reference, facts), asked);
        }
    }

    private static @Nullable ImageReference parse(@Nullable String image) {
        try {
            return image == null || image.isEmpty() ? null : ImageReference.parse(image);
        } catch (IllegalArgumentException e) {
            return null; // definitions may hold variables
        }
    }

    private static AssetKey tag(ImageReference reference, Facts facts) {
        AssetKey tag = AssetKey.imageTag(reference);
        facts.add(new ImageTag(tag, reference.tagOrLatest()));
        facts.relate(repository(reference, facts), RelationType.CONTAINS, tag);
        return tag;
    }

    private static AssetKey repository(ImageReference reference, Facts facts) {
        AssetKey registry = AssetKey.of(AssetKind.REGISTRY, reference.registry());
        AssetKey repository = AssetKey.of(AssetKind.REGISTRY_REPOSITORY, reference.repository());
        facts.add(new Registry(registry, reference.registry()));
        facts.add(new RegistryRepository(repository, reference.name()));
        facts.relate(registry, RelationType.CONTAINS, repository);
        return repository;
    }

    /** {@code ecr describe-repositories}. */
    static void repository(Item item, Facts facts) {
        ImageReference reference = parse(item.requiredText("repositoryUri") + ":latest");
        if (reference != null) {
            repository(reference, facts);
        }
    }

    /** {@code ecr describe-images} and {@code list-images}. */
    static void image(Item item, Facts facts) {
        String name = item.text("repositoryName");
        String digest = item.text("imageDigest");
        if (digest == null) {
            return;
        }
        AssetKey image = AssetKey.image(Digest.parse(digest));
        if (name == null) {
            return; // list-images does not tell of which repository
        }
        String registry = item.has("registryId")
                ? item.requiredText("registryId")
                : facts.place().requiredAccount();
        String host = registry + ".dkr.ecr." + facts.place().requiredRegion() + ".amazonaws.com/" + name;
        ImageReference untagged = parse(host + "@" + digest);
        if (untagged != null) {
            facts.relate(repository(untagged, facts), RelationType.HOLDS, image);
        }
        for (String text : item.strings("imageTags")) {
            ImageReference reference = parse(host + ":" + text);
            if (reference != null) {
                facts.relate(tag(reference, facts), RelationType.TAGGED, image);
            }
        }
    }
}
