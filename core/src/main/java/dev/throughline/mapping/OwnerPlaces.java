package dev.throughline.mapping;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.ExposedSecret;
import dev.throughline.model.Pipeline;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.SourceFile;
import dev.throughline.model.Weakness;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where to look for the owners of an asset: at itself, at what holds it, and in the code it came from. */
final class OwnerPlaces {
    private final RiskGraph graph;
    private final Mapping mapping;
    private final Running running;

    OwnerPlaces(RiskGraph graph, Mapping mapping) {
        this.graph = graph;
        this.mapping = mapping;
        this.running = new Running(graph, mapping);
    }

    /**
     * A place.
     *
     * @param asset an asset
     * @param path path in it, if it is a repository; null for all of it
     */
    record Place(AssetKey asset, @Nullable String path) {}

    Stream<Place> of(AssetKey asset) {
        return switch (AssetKind.mentioned(asset)) {
            case WEAKNESS -> {
                String path =
                        graph.find(asset, Weakness.class).map(Weakness::path).orElse(null);
                yield graph.outgoing(asset, RelationType.AFFECTS).stream().flatMap(affects -> in(affects.to(), path));
            }
            case EXPOSED_SECRET -> {
                String path = graph.find(asset, ExposedSecret.class)
                        .map(ExposedSecret::path)
                        .orElse(null);
                yield holders(asset, RelationType.CONTAINS).flatMap(repository -> in(repository, path));
            }
            case SOURCE_FILE -> {
                String path = graph.find(asset, SourceFile.class)
                        .map(SourceFile::path)
                        .orElse(null);
                yield andIn(asset, holders(asset, RelationType.CONTAINS), path);
            }
            case PIPELINE -> {
                String path =
                        graph.find(asset, Pipeline.class).map(Pipeline::path).orElse(null);
                yield andIn(asset, holders(asset, RelationType.DEFINES), path);
            }
            case PIPELINE_RUN -> holders(asset, RelationType.RAN).flatMap(this::of);
            case COMMIT, BRANCH -> of(ChainStarts.beforeAt(asset));
            case CONTAINER, POD ->
                andAll(
                        asset,
                        holders(asset, RelationType.CONTAINS)
                                .filter(holder -> holder.mayBe(AssetKind.WORKLOAD))
                                .flatMap(this::of));
            case WORKLOAD ->
                andAll(
                        asset,
                        Stream.concat(
                                holders(asset, RelationType.CONTAINS).map(namespace -> new Place(namespace, null)),
                                origins(mapping.imagesRunBy(asset))));
            case CLOUD_RESOURCE -> andAll(asset, origins(running.imagesOf(asset)));
            case IMAGE_TAG -> origins(running.taggedBy(asset));
            case CONTAINER_IMAGE, IMAGE_INDEX -> andAll(asset, origins(List.of(asset)));
            default -> Stream.of(new Place(asset, null));
        };
    }

    /** A path means something only in a repository: the file of an image is not one of its source. */
    private Stream<Place> in(AssetKey asset, @Nullable String path) {
        return asset.mayBe(AssetKind.REPOSITORY) ? Stream.of(new Place(asset, path)) : of(asset);
    }

    private Stream<Place> andIn(AssetKey asset, Stream<AssetKey> repositories, @Nullable String path) {
        return andAll(asset, repositories.flatMap(repository -> in(repository, path)));
    }

    private static Stream<Place> andAll(AssetKey asset, Stream<Place> more) {
        return Stream.concat(Stream.of(new Place(asset, null)), more);
    }

    private Stream<Place> origins(Collection<AssetKey> images) {
        return images.stream()
                .flatMap(image -> mapping.origin(image).stream())
                .map(origin -> new Place(origin.repository(), null));
    }

    private Stream<AssetKey> holders(AssetKey asset, RelationType type) {
        return graph.incoming(asset, type).stream().map(Relation::from).distinct();
    }
}
