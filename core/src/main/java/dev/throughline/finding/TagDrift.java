package dev.throughline.finding;

import dev.throughline.mapping.Candidate;
import dev.throughline.mapping.Mapping;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Container;
import dev.throughline.model.ContainerImage;
import dev.throughline.model.ImageReference;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.Severity;
import dev.throughline.model.Workload;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A workload was deployed by a tag that points at a newer image by now: its next restart changes what runs, and nobody
 * deployed that.
 */
final class TagDrift implements OriginRule {
    @Override
    public void find(RiskGraph graph, Mapping mapping, Consumer<UnexpectedOrigin> found) {
        graph.assets(Workload.class)
                .forEach(workload -> graph.targets(workload.key(), RelationType.CONTAINS, Container.class)
                        .forEach(container -> graph.outgoing(container.key(), RelationType.CREATED_FROM)
                                .forEach(runs -> find(graph, mapping, workload, runs, found))));
    }

    private static void find(
            RiskGraph graph, Mapping mapping, Workload workload, Relation runs, Consumer<UnexpectedOrigin> found) {
        AssetKey tag = tag(runs.properties().get("reference"));
        if (tag == null || tag.equals(runs.to())) {
            return;
        }
        AssetKey image = mapping.namesOf(runs.to()).get(0);
        RebuiltTag.images(graph, mapping, tag).stream()
                .filter(other -> !other.equals(image) && !isOlder(graph, other, image))
                .min(Comparator.naturalOrder())
                .ifPresent(other -> found.accept(new UnexpectedOrigin(
                        "tag-drift",
                        runs.from(),
                        workload.key(),
                        mapping.origin(image).map(Candidate::repository).orElse(null),
                        Severity.LOW,
                        "the workload was deployed by the tag " + tag.value() + " as "
                                + runs.to().value() + "; the tag points at " + other.value() + " by now")));
    }

    private static @Nullable AssetKey tag(@Nullable String reference) {
        try {
            ImageReference asked = reference == null ? null : ImageReference.parse(reference);
            return asked == null || asked.digest() != null ? null : AssetKey.imageTag(asked);
        } catch (IllegalArgumentException e) {
            return null; // a source may say anything
        }
    }

    private static boolean isOlder(RiskGraph graph, AssetKey image, AssetKey than) {
        Optional<Instant> createdAt = createdAt(graph, image);
        Optional<Instant> compared = createdAt(graph, than);
        return createdAt.isPresent() && compared.isPresent() && createdAt.get().isBefore(compared.get());
    }

    private static Optional<Instant> createdAt(RiskGraph graph, AssetKey image) {
        return graph.find(image, ContainerImage.class).map(ContainerImage::createdAt);
    }
}
