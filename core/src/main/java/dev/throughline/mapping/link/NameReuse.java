package dev.throughline.mapping.link;

import dev.throughline.mapping.Link;
import dev.throughline.mapping.LinkMethod;
import dev.throughline.model.Attestation;
import dev.throughline.model.Evidence;
import dev.throughline.model.Repository;
import dev.throughline.model.RiskGraph;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A name that a repository gave up can be taken by another, and anybody may take it. Provenance that states another id, and
 * what was built before the repository of today was created, speak of one that had the name before: the new one does not
 * inherit it. All that is left of such a link is the name.
 */
final class NameReuse {
    private final RiskGraph graph;

    NameReuse(RiskGraph graph) {
        this.graph = graph;
    }

    /** The link, or what is left of it, by the id that the provenance states, or else by time. */
    Link checked(Link link, Attestation attestation) {
        Repository repository = repository(link);
        String stated = attestation.sourceRepositoryId();
        if (repository == null || stated == null || repository.nativeId() == null) {
            return checked(link);
        }
        return stated.equals(repository.nativeId())
                ? link
                : name(link, "has another id", Map.of("statedId", stated, "repositoryId", repository.nativeId()));
    }

    /** The link, or what is left of it, by the time that the configuration of the image tells. */
    Link checked(Link link) {
        Repository repository = repository(link);
        return repository == null || repository.createdAt() == null
                ? link
                : checked(link, BuildTime.of(graph, link.subject()), repository);
    }

    /** The link, or what is left of it, by a time that the platform tells. */
    Link checked(Link link, @Nullable Instant builtAt) {
        Repository repository = repository(link);
        return repository == null ? link : checked(link, builtAt, repository);
    }

    private static Link checked(Link link, @Nullable Instant builtAt, Repository repository) {
        Instant createdAt = repository.createdAt();
        if (createdAt == null || builtAt == null || !builtAt.isBefore(createdAt)) {
            return link;
        }
        return name(
                link,
                "was created after the build",
                Map.of("builtAt", builtAt.toString(), "repositoryCreatedAt", createdAt.toString()));
    }

    private static Link name(Link link, String difference, Map<String, String> because) {
        Map<String, String> fields = new TreeMap<>(link.evidence().fields());
        fields.putAll(because);
        fields.put(Link.FORMER_REPOSITORY, link.repository().value());
        return new Link(
                link.subject(),
                link.repository(),
                null,
                null,
                null,
                LinkMethod.NAME,
                new Evidence(
                        link.evidence().statement() + ", but the one that has this name now " + difference
                                + " and inherits nothing",
                        link.evidence().assets(),
                        fields));
    }

    private @Nullable Repository repository(Link link) {
        int number = graph.number(link.repository());
        return number >= 0 && graph.asset(number) instanceof Repository repository ? repository : null;
    }
}
