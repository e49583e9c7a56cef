package dev.throughline.mapping;

import com.google.common.base.Throwables;
import com.google.errorprone.annotations.CheckReturnValue;
import dev.throughline.model.AssetKey;
import dev.throughline.model.RiskGraph;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;

/**
 * Which code runs where: for every image the repositories it may have been built from, ranked, and the workloads that run
 * it; for every workload and cloud resource the repositories it may have been deployed from. Immutable and safe to share
 * between threads.
 *
 * <p>Candidates are ranked by the trust of their strongest link, then by confidence, so that a label never beats a
 * signature. The confidence of a candidate is that at least one of its links is right, {@code 1 - Π(1 - c)}, times
 * {@code 1 - r/4}, where {@code r} is that of its strongest rival.
 *
 * <p>Made in one pass, in time and space linear in the assets, relations and links; a set it gives is a view. Candidates
 * are ranked each time they are asked for, in time that depends on the links of the one asset.
 */
@CheckReturnValue
public final class Mapping {
    private final RiskGraph graph;
    private final ImageAliases aliases;
    private final RunningImages running;
    /** By the root of an image. */
    private final Origins builds;
    /** By the number of any other asset. */
    private final Origins deployments;

    private Mapping(RiskGraph graph, ImageAliases aliases, RunningImages running, Origins builds, Origins deployments) {
        this.graph = graph;
        this.aliases = aliases;
        this.running = running;
        this.builds = builds;
        this.deployments = deployments;
    }

    /**
     * Maps a graph: first by what every linker sees in it, then by what each {@link DeploymentLinker} sees in the result.
     *
     * @param graph the facts
     * @param linkers the linkers to ask
     * @return the mapping
     * @throws RuntimeException whatever the first linker throws that fails, in the order of the list
     */
    public static Mapping of(RiskGraph graph, List<? extends Linker> linkers) {
        ImageAliases aliases = new ImageAliases(graph);
        CompletableFuture<RunningImages> running =
                CompletableFuture.supplyAsync(() -> new RunningImages(graph, aliases));
        Origins.Builder builds = new Origins.Builder(graph);
        Origins.Builder deployments = new Origins.Builder(graph);
        Proposals.of(graph, linkers, (linker, links) -> linker.link(graph, links))
                .visit((subject, link) -> {
                    int root = aliases.root(subject);
                    if (root < 0) {
                        deployments.add(subject, link);
                        return;
                    }
                    builds.add(root, link);
                    if (aliases.hasNeighbours(root)) {
                        aliases.neighbours(root).forEach(builds::addLastTo);
                    }
                });
        Origins nowhere = new Origins.Builder(graph).build();
        Mapping images = new Mapping(graph, aliases, result(running), builds.build(), nowhere);
        List<DeploymentLinker> asking = linkers.stream()
                .filter(DeploymentLinker.class::isInstance)
                .map(DeploymentLinker.class::cast)
                .toList();
        Proposals.of(graph, asking, (linker, links) -> linker.link(graph, images, links))
                .visit((subject, link) -> {
                    if (aliases.root(subject) < 0) {
                        deployments.add(subject, link);
                    }
                });
        return new Mapping(graph, aliases, images.running, images.builds, deployments.build());
    }

    /** What a side thread found, or the very exception that it failed with. */
    private static <T> T result(CompletableFuture<T> side) {
        try {
            return side.join();
        } catch (CompletionException e) {
            Throwables.throwIfUnchecked(Objects.requireNonNullElse(e.getCause(), e));
            throw e;
        }
    }

    /**
     * The repositories an image may have been built from.
     *
     * @param image key of an image, by any of its digests
     * @return the candidates, most likely first; empty if nothing tells
     */
    public List<Candidate> candidates(AssetKey image) {
        int root = aliases.root(image);
        return root < 0 ? List.of() : builds.of(root);
    }

    /**
     * The repository an image was most likely built from.
     *
     * @param image key of an image, by any of its digests
     * @return the first of its candidates
     */
    public Optional<Candidate> origin(AssetKey image) {
        return candidates(image).stream().findFirst();
    }

    /**
     * Whether evidence names different repositories. A mere guess contradicts nothing but another guess.
     *
     * @param image key of an image, by any of its digests
     * @return whether it has a second candidate that counts
     */
    public boolean isConflict(AssetKey image) {
        List<Candidate> candidates = candidates(image);
        return candidates.size() > 1
                && (candidates.get(0).trust() == Trust.GUESS
                        || candidates.get(1).trust() != Trust.GUESS);
    }

    /**
     * The repositories a workload, cluster or cloud resource may have been deployed from. It says nothing of who built what
     * runs there.
     *
     * @param asset its key
     * @return the candidates, most likely first; empty if nothing tells
     */
    public List<Candidate> deployedFrom(AssetKey asset) {
        int number = graph.number(asset);
        return number < 0 ? List.of() : deployments.of(number);
    }

    /**
     * The images that are linked to any repository.
     *
     * @return one name for each image, the first of {@link #namesOf}, ordered
     */
    public Set<AssetKey> mappedImages() {
        return new NumberedKeys(graph, builds.places());
    }

    /**
     * The workloads, clusters and cloud resources that are linked to any repository.
     *
     * @return their keys, ordered
     */
    public Set<AssetKey> deployedAssets() {
        return new NumberedKeys(graph, deployments.places());
    }

    /**
     * The images most likely built from a repository.
     *
     * @param repository key of a repository
     * @return their keys, by every digest the graph holds, ordered
     */
    public Set<AssetKey> imagesOf(AssetKey repository) {
        return keys(rootsOf(repository).flatMap(aliases.members()::of));
    }

    /**
     * The other names of an image.
     *
     * @param image key of an image
     * @return all keys of it that the graph holds, itself among them, ordered
     */
    public List<AssetKey> namesOf(AssetKey image) {
        int root = aliases.root(image);
        return root < 0
                ? List.of(image)
                : aliases.members().of(root).mapToObj(graph::key).toList();
    }

    /**
     * The images that an image says it was built upon. Where those come from, {@link #origin} tells; it is never the origin
     * of the image itself.
     *
     * @param image key of an image, by any of its digests
     * @return the bases, ordered by key
     */
    public List<BaseImage> basesOf(AssetKey image) {
        return BaseImage.of(graph, namesOf(image));
    }

    /**
     * The images a workload runs.
     *
     * @param workload key of a workload
     * @return their keys as its runtime names them, ordered
     */
    public Set<AssetKey> imagesRunBy(AssetKey workload) {
        return running.imagesOf(workload);
    }

    /**
     * The images that any workload runs.
     *
     * @return one name for each image, the first of {@link #namesOf}, ordered
     */
    public Set<AssetKey> runningImages() {
        return running.images();
    }

    /**
     * The tags a workload runs whose digest no source tells, or several sources tell differently.
     *
     * @param workload key of a workload
     * @return keys of the tags, ordered
     */
    public Set<AssetKey> unresolvedTagsOf(AssetKey workload) {
        return running.unresolvedTagsOf(workload);
    }

    /**
     * The workloads that run an image.
     *
     * @param image key of an image, by any of its digests
     * @return their keys, ordered
     */
    public Set<AssetKey> workloadsRunning(AssetKey image) {
        return running.workloadsOf(image);
    }

    /**
     * The workloads that run code of a repository.
     *
     * @param repository key of a repository
     * @return their keys, ordered
     */
    public Set<AssetKey> workloadsOf(AssetKey repository) {
        return keys(rootsOf(repository).flatMap(running::workloadsOf));
    }

    /**
     * What runs the code of an asset, from whichever stage of its chain the question comes: workloads, and cloud resources
     * that were created from an image. Takes time in what lies on the chain.
     *
     * @param asset key of an asset
     * @return their keys, ordered; the asset itself if it runs code; none if no chain leads through it
     */
    public Set<AssetKey> runnersOf(AssetKey asset) {
        return new ChainStarts(graph, this, new Running(graph, this))
                .of(asset)
                .<Set<AssetKey>>map(Extent::runners)
                .orElse(Set.of());
    }

    private IntStream rootsOf(AssetKey repository) {
        return builds.from(repository);
    }

    private Set<AssetKey> keys(IntStream numbers) {
        return new NumberedKeys(graph, numbers.sorted().distinct().toArray());
    }
}
