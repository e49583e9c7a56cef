package dev.throughline.mapping;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds what lies on the chain of an asset, from whichever stage the question comes. */
final class ChainStarts {
    private final RiskGraph graph;
    private final Mapping mapping;
    private final Running running;

    ChainStarts(RiskGraph graph, Mapping mapping, Running running) {
        this.graph = graph;
        this.mapping = mapping;
        this.running = running;
    }

    /** Empty if no chain leads through it. */
    Optional<Extent> of(AssetKey asset) {
        return switch (AssetKind.mentioned(asset)) {
            case WORKLOAD -> Optional.of(Extent.running(mapping.imagesRunBy(asset), List.of(asset)));
            case POD, CONTAINER -> runner(asset).map(workload -> inWorkload(asset, workload));
            case CLOUD_RESOURCE -> cloud(asset);
            case CONTAINER_IMAGE, IMAGE_INDEX -> Optional.of(images(List.of(asset)));
            case IMAGE_TAG -> Optional.of(tag(asset));
            case REPOSITORY -> Optional.of(code(asset, origin -> true));
            case BRANCH -> repository(asset).map(repository -> code(repository, origin -> true));
            case COMMIT ->
                repository(asset)
                        .map(repository ->
                                code(repository, origin -> origin.commit().equals(Optional.of(asset))));
            case PIPELINE_RUN ->
                definer(starts(asset, RelationType.RAN))
                        .map(repository ->
                                code(repository, origin -> origin.run().equals(Optional.of(asset))));
            case PIPELINE ->
                definer(Stream.of(asset)).map(repository -> code(repository, origin -> ran(asset, origin)));
            case SOURCE_FILE, EXPOSED_SECRET -> joined(starts(asset, RelationType.CONTAINS));
            case SOFTWARE_PACKAGE -> joined(starts(asset, RelationType.HAS_PACKAGE));
            case WEAKNESS -> joined(ends(asset, RelationType.AFFECTS));
            case VULNERABILITY -> joined(starts(asset, RelationType.INSTANCE_OF));
            default -> Optional.empty();
        };
    }

    private Extent inWorkload(AssetKey asset, AssetKey workload) {
        NavigableSet<AssetKey> own = running.imagesOf(asset);
        return Extent.running(own.isEmpty() ? mapping.imagesRunBy(workload) : own, List.of(workload));
    }

    private Optional<Extent> cloud(AssetKey resource) {
        return graph.outgoing(resource, RelationType.CREATED_FROM).isEmpty()
                ? Optional.empty()
                : Optional.of(Extent.running(running.imagesOf(resource), List.of(resource)));
    }

    private Extent tag(AssetKey tag) {
        List<AssetKey> images = running.taggedBy(tag);
        if (!images.isEmpty()) {
            return images(images);
        }
        List<AssetKey> runners = starts(tag, RelationType.CREATED_FROM)
                .flatMap(asset -> runner(asset).stream())
                .toList();
        return Extent.running(List.of(), runners);
    }

    /** The workload a container or pod belongs to; anything else that runs an image is by itself. */
    private Optional<AssetKey> runner(AssetKey asset) {
        return asset.mayBe(AssetKind.CONTAINER) || asset.mayBe(AssetKind.POD)
                ? starts(asset, RelationType.CONTAINS)
                        .filter(key -> key.mayBe(AssetKind.WORKLOAD))
                        .findFirst()
                : Optional.of(asset);
    }

    private Extent images(Collection<AssetKey> images) {
        NavigableSet<AssetKey> runners = new TreeSet<>();
        images.forEach(image -> runners.addAll(running.of(image)));
        return Extent.running(images, runners);
    }

    private Extent code(AssetKey repository, Predicate<Candidate> part) {
        Predicate<Candidate> here = part.and(c -> c.repository().equals(repository));
        List<AssetKey> images = mapping.imagesOf(repository).stream()
                .filter(image -> mapping.origin(image).filter(here).isPresent())
                .toList();
        Extent built = images(images);
        return new Extent(built.images(), built.runners(), new TreeSet<>(List.of(repository)), here);
    }

    private static Optional<AssetKey> repository(AssetKey asset) {
        return asset.value().indexOf('@') > 0 ? Optional.of(beforeAt(asset)) : Optional.empty();
    }

    /** The repository whose name stands before the at sign of a commit or branch. */
    static AssetKey beforeAt(AssetKey asset) {
        return AssetKey.of(
                AssetKind.REPOSITORY, asset.value().substring(0, asset.value().indexOf('@')));
    }

    private Optional<AssetKey> definer(Stream<AssetKey> pipelines) {
        return pipelines
                .flatMap(pipeline -> starts(pipeline, RelationType.DEFINES))
                .findFirst();
    }

    private boolean ran(AssetKey pipeline, Candidate origin) {
        return origin.pipeline().equals(Optional.of(pipeline))
                || origin.run().stream()
                        .flatMap(run -> starts(run, RelationType.RAN))
                        .anyMatch(pipeline::equals);
    }

    /** What any of the parts leads to: a finding may also lie at a node or an account. */
    private Optional<Extent> joined(Stream<AssetKey> parts) {
        return parts.distinct().flatMap(part -> of(part).stream()).reduce(Extent::and);
    }

    private Stream<AssetKey> starts(AssetKey to, RelationType type) {
        return graph.incoming(to, type).stream().map(Relation::from);
    }

    private Stream<AssetKey> ends(AssetKey from, RelationType type) {
        return graph.outgoing(from, type).stream().map(Relation::to);
    }
}
