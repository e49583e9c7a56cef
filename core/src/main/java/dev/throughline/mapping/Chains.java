package dev.throughline.mapping;

import dev.throughline.mapping.ChainStage.Stage;
import dev.throughline.mapping.ChainStage.Status;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Pipeline;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Tells the chain of an asset, in both directions. Immutable and safe to share between threads. */
public final class Chains {
    private final RiskGraph graph;
    private final Mapping mapping;

    /**
     * Tells chains of a mapped graph.
     *
     * @param graph the facts
     * @param mapping its mapping
     */
    public Chains(RiskGraph graph, Mapping mapping) {
        this.graph = graph;
        this.mapping = mapping;
    }

    /**
     * The chain of an asset.
     *
     * @param asset key of a workload, image, repository, commit, pipeline or run, or of something that belongs to a
     *     workload, such as a pod
     * @return the chain
     * @throws IllegalArgumentException if assets of this kind are on no chain
     */
    public CodeToCloudChain of(AssetKey asset) {
        if (asset.mayBe(AssetKind.WORKLOAD)) {
            return fromWorkload(asset, asset);
        }
        if (asset.mayBe(AssetKind.POD) || asset.mayBe(AssetKind.CONTAINER)) {
            return graph.incoming(asset, RelationType.CONTAINS).stream()
                    .map(Relation::from)
                    .filter(key -> key.mayBe(AssetKind.WORKLOAD))
                    .findFirst()
                    .map(workload -> fromWorkload(asset, workload))
                    .orElseThrow(() -> new IllegalArgumentException(asset + " belongs to no workload"));
        }
        if (asset.mayBe(AssetKind.CONTAINER_IMAGE) || asset.mayBe(AssetKind.IMAGE_INDEX)) {
            return chain(asset, Set.of(asset), new TreeSet<>(mapping.workloadsRunning(asset)), null);
        }
        return fromCode(asset, repositoryOf(asset));
    }

    private CodeToCloudChain fromWorkload(AssetKey asset, AssetKey workload) {
        return chain(asset, mapping.imagesRunBy(workload), Set.of(workload), null);
    }

    private CodeToCloudChain fromCode(AssetKey asset, AssetKey repository) {
        return chain(asset, mapping.imagesOf(repository), mapping.workloadsOf(repository), repository);
    }

    private AssetKey repositoryOf(AssetKey asset) {
        if (asset.mayBe(AssetKind.REPOSITORY)) {
            return asset;
        }
        if (asset.mayBe(AssetKind.COMMIT)) {
            return AssetKey.of(
                    AssetKind.REPOSITORY,
                    asset.value().substring(0, asset.value().lastIndexOf('@')));
        }
        List<AssetKey> pipelines = asset.mayBe(AssetKind.PIPELINE_RUN)
                ? starts(asset, RelationType.RAN)
                : asset.mayBe(AssetKind.PIPELINE) ? List.of(asset) : List.of();
        return pipelines.stream()
                .flatMap(pipeline -> starts(pipeline, RelationType.DEFINES).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no chain from code to cloud leads through " + asset));
    }

    private List<AssetKey> starts(AssetKey to, RelationType type) {
        return graph.incoming(to, type).stream().map(Relation::from).toList();
    }

    private CodeToCloudChain chain(
            AssetKey asset,
            Collection<AssetKey> images,
            Collection<AssetKey> workloads,
            @Nullable AssetKey repository) {
        List<Candidate> candidates = new ArrayList<>();
        images.forEach(image -> mapping.candidates(image).stream()
                .filter(candidate -> !candidates.contains(candidate))
                .forEach(candidates::add));
        List<Candidate> origins = repository == null
                ? candidates
                : candidates.stream()
                        .filter(c -> c.repository().equals(repository))
                        .toList();
        boolean conflict = repository == null && images.stream().anyMatch(mapping::isConflict);
        Set<AssetKey> repositories = new TreeSet<>();
        if (repository != null) {
            repositories.add(repository);
        } else {
            images.forEach(i -> mapping.origin(i).ifPresent(c -> repositories.add(c.repository())));
        }
        return new CodeToCloudChain(
                asset,
                List.of(
                        source(repositories, origins, conflict, images),
                        pipeline(repositories, origins),
                        registry(images, workloads),
                        runtime(images, workloads)),
                owners(repositories));
    }

    private static ChainStage source(
            Set<AssetKey> repositories, List<Candidate> origins, boolean conflict, Collection<AssetKey> images) {
        if (repositories.isEmpty()) {
            return images.isEmpty()
                    ? ChainStage.missing(
                            Stage.SOURCE,
                            "the image is not known by its digest, so nothing can be said of its source",
                            "resolve the stage REGISTRY first")
                    : ChainStage.missing(
                            Stage.SOURCE,
                            "no provenance, no report of a build and no label names the source of the image",
                            "attest the build (SLSA provenance), or set the label org.opencontainers.image.source");
        }
        List<AssetKey> assets = new ArrayList<>(repositories);
        origins.stream()
                .filter(o -> repositories.contains(o.repository()))
                .forEach(o -> o.commit().filter(c -> !assets.contains(c)).ifPresent(assets::add));
        return conflict
                ? new ChainStage(
                        Stage.SOURCE,
                        Status.CONFLICT,
                        assets,
                        origins,
                        "evidence names " + origins.size() + " repositories: "
                                + String.join(
                                        ", ",
                                        origins.stream()
                                                .map(o -> o.repository().value())
                                                .toList()),
                        "correct the weaker claim, or find out who built this image")
                : new ChainStage(Stage.SOURCE, Status.MAPPED, assets, origins, null, null);
    }

    private ChainStage pipeline(Set<AssetKey> repositories, List<Candidate> origins) {
        Set<AssetKey> assets = new TreeSet<>();
        for (Candidate origin : origins) {
            if (repositories.contains(origin.repository())) {
                origin.pipeline().ifPresent(assets::add);
                origin.run().ifPresent(assets::add);
                origin.run().ifPresent(run -> assets.addAll(starts(run, RelationType.RAN)));
            }
        }
        if (!assets.isEmpty()) {
            return ChainStage.mapped(Stage.PIPELINE, List.copyOf(assets));
        }
        boolean defined = repositories.stream()
                .anyMatch(r ->
                        !graph.targets(r, RelationType.DEFINES, Pipeline.class).isEmpty());
        return ChainStage.missing(
                Stage.PIPELINE,
                defined
                        ? "no run of a pipeline reported that it pushed the image"
                        : "no pipeline is known that could have built the image",
                "let the pipeline report its pushes (container mapping) or attest its builds");
    }

    private ChainStage registry(Collection<AssetKey> images, Collection<AssetKey> workloads) {
        if (images.isEmpty()) {
            Set<AssetKey> tags = new TreeSet<>();
            workloads.forEach(w -> tags.addAll(mapping.unresolvedTagsOf(w)));
            return tags.isEmpty()
                    ? ChainStage.missing(
                            Stage.REGISTRY,
                            "no image is known",
                            "read the pods of the cluster, or connect the pipelines that build images")
                    : ChainStage.missing(
                            Stage.REGISTRY,
                            "no source tells the digest behind "
                                    + String.join(
                                            ", ",
                                            tags.stream().map(AssetKey::value).toList()),
                            "read the status of the pods, or connect the registry");
        }
        List<AssetKey> assets = new ArrayList<>(new TreeSet<>(images));
        Set<AssetKey> holders = new TreeSet<>();
        images.stream()
                .flatMap(image -> mapping.namesOf(image).stream())
                .flatMap(image -> starts(image, RelationType.HOLDS).stream())
                .forEach(holders::add);
        assets.addAll(holders);
        return ChainStage.mapped(Stage.REGISTRY, assets);
    }

    private static ChainStage runtime(Collection<AssetKey> images, Collection<AssetKey> workloads) {
        if (!workloads.isEmpty()) {
            return ChainStage.mapped(Stage.RUNTIME, List.copyOf(new TreeSet<>(workloads)));
        }
        return images.isEmpty()
                ? ChainStage.missing(
                        Stage.RUNTIME,
                        "no image is known to come from here, so nothing can be said of what runs",
                        "resolve the stages before")
                : ChainStage.missing(
                        Stage.RUNTIME,
                        "no workload of any cluster that was read runs the image",
                        "connect the clusters that were not read; if all were, it is not deployed");
    }

    private List<AssetKey> owners(Set<AssetKey> repositories) {
        Set<AssetKey> owners = new TreeSet<>();
        repositories.forEach(r -> owners.addAll(starts(r, RelationType.OWNS)));
        return List.copyOf(owners);
    }
}
