package dev.throughline.mapping.link;

import dev.throughline.mapping.Link;
import dev.throughline.mapping.LinkMethod;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.ContainerImage;
import dev.throughline.model.Evidence;
import dev.throughline.model.RelationType;
import dev.throughline.model.Repository;
import dev.throughline.model.RiskGraph;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A name that a repository gave up can be taken by another, and anybody may take it. What was built before the repository
 * of today was created came from one that had the name before: the new one does not inherit it. All that is left of such a
 * link is the name.
 */
final class NameReuse {
    /** What is older is no time of a build: reproducible builds write 1970 or 1980. */
    private static final Instant FIRST_BUILD = Instant.parse("2008-01-01T00:00:00Z");

    private final RiskGraph graph;

    NameReuse(RiskGraph graph) {
        this.graph = graph;
    }

    /** The link, or what is left of it, by the time that the configuration of the image tells. */
    Link checked(Link link) {
        Repository repository = repository(link);
        return repository == null ? link : checked(link, builtAt(link.subject()), repository);
    }

    /** The link, or what is left of it, by a time that the platform tells. */
    Link checked(Link link, @Nullable Instant builtAt) {
        Optional<Instant> createdAt =
                graph.find(link.repository(), Repository.class).map(Repository::createdAt);
        if (builtAt == null
                || builtAt.isBefore(FIRST_BUILD)
                || !builtAt.isBefore(createdAt)) {
            return link;
        }
        Evidence evidence = new Evidence(
                        link.evidence().statement()
                                + ", but the one that has this name now was created after the build and inherits nothing",
                        link.evidence().assets(),
                        link.evidence().fields())
                .with(Link.FORMER_REPOSITORY, link.repository().value())
                .with("builtAt", builtAt.toString())
                .with("repositoryCreatedAt", createdAt.toString());
        return new Link(link.subject(), link.repository(), null, null, null, LinkMethod.NAME, evidence);
    }

    private @Nullable Repository repository(Link link) {
        int number = graph.number(link.repository());
        return number >= 0 && graph.asset(number) instanceof Repository repository ? repository : null;
    }

    /** Of an index, that of its first platform. */
    private @Nullable Instant builtAt(AssetKey image) {
        return image.mayBe(AssetKind.CONTAINER_IMAGE)
                ? graph.find(image, ContainerImage.class)
                        .map(ContainerImage::createdAt)
                        .orElse(null)
                : graph.sources(image, RelationType.VARIANT_OF, ContainerImage.class).stream()
                        .map(ContainerImage::createdAt)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }
}
