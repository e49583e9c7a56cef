package dev.throughline.mapping;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableSet;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Organization;
import dev.throughline.model.RegistryRepository;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells images that others built: those of registries open to everybody, below a name to which nothing publishes that was
 * read. Of a private registry nobody can say so.
 */
final class ThirdParties {
    private static final Set<String> PUBLIC = Set.of(
            "docker.io",
            "ghcr.io",
            "quay.io",
            "registry.k8s.io",
            "k8s.gcr.io",
            "gcr.io",
            "mcr.microsoft.com",
            "public.ecr.aws",
            "registry.gitlab.com",
            "cgr.dev",
            "nvcr.io",
            "docker.elastic.co");

    /** The registries whose first name is that of an organization of a platform. */
    private static final Map<String, String> PLATFORMS =
            Map.of("github.com", "ghcr.io", "gitlab.com", "registry.gitlab.com");

    private final RiskGraph graph;
    private final Mapping mapping;
    private final Supplier<Set<String>> ours;

    ThirdParties(RiskGraph graph, Mapping mapping) {
        this.graph = graph;
        this.mapping = mapping;
        this.ours = Suppliers.memoize(this::ours);
    }

    /** The place in a registry, such as {@code docker.io/library}, from which others hand out the image. */
    Optional<String> publisher(AssetKey image) {
        return holders(image)
                .map(ThirdParties::place)
                .filter(place -> PUBLIC.contains(place.replaceFirst("/.*", "")))
                .filter(place -> !Objects.requireNonNull(ours.get()).contains(place))
                .findFirst();
    }

    /** The repositories of registries that hold an image, by any of its names. */
    Stream<AssetKey> holders(AssetKey image) {
        return mapping.namesOf(image).stream()
                .flatMap(name -> graph.incoming(name, RelationType.HOLDS).stream())
                .map(Relation::from)
                .sorted();
    }

    private Set<String> ours() {
        ImmutableSet.Builder<String> places = ImmutableSet.builder();
        graph.assets(RegistryRepository.class)
                .map(RegistryRepository::key)
                .filter(holder ->
                        graph.outgoing(holder, RelationType.HOLDS).stream().anyMatch(held -> isBuiltHere(held.to())))
                .forEach(holder -> places.add(place(holder)));
        graph.assets(Organization.class).forEach(organization -> {
            String name = organization.key().value();
            int slash = name.indexOf('/');
            String registry = PLATFORMS.get(name.substring(0, Math.max(0, slash)));
            if (registry != null) {
                places.add(registry + name.substring(slash));
            }
        });
        return places.build();
    }

    private boolean isBuiltHere(AssetKey image) {
        return mapping.origin(image)
                .filter(origin -> !graph.sourcesOf(origin.repository()).isEmpty())
                .isPresent();
    }

    /** Host and first name. */
    private static String place(AssetKey registryRepository) {
        String name = registryRepository.value();
        int end = name.indexOf('/', name.indexOf('/') + 1);
        return end < 0 ? name : name.substring(0, end);
    }
}
