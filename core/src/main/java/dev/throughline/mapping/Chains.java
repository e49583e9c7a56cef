package dev.throughline.mapping;

import dev.throughline.model.AssetKey;
import dev.throughline.model.RiskGraph;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tells the chain of an asset, in both directions. Takes time in the number of images and workloads on it. Immutable and
 * safe to share between threads.
 */
public final class Chains {
    private final RiskGraph graph;
    private final Mapping mapping;
    private final Owners owners;
    private final Running running;
    private final ChainStarts starts;
    private final SourceStage source;
    private final PipelineStage pipeline;
    private final RegistryStage registry;
    private final RuntimeStage runtime;

    /**
     * Tells chains of a mapped graph.
     *
     * @param graph the facts
     * @param mapping its mapping
     * @param owners its owners
     */
    public Chains(RiskGraph graph, Mapping mapping, Owners owners) {
        this.graph = graph;
        this.mapping = mapping;
        this.owners = owners;
        this.running = new Running(graph, mapping);
        Readings readings = new Readings(graph);
        ThirdParties others = new ThirdParties(graph, mapping);
        starts = new ChainStarts(graph, mapping, running);
        source = new SourceStage(mapping, readings, others);
        pipeline = new PipelineStage(graph, readings, source);
        registry = new RegistryStage(running, readings, others);
        runtime = new RuntimeStage(graph, readings);
    }

    /**
     * The chain of an asset.
     *
     * @param asset key of a workload, pod, container, image, index, tag, commit, branch, run, pipeline, repository, file,
     *     package, finding, vulnerability, leaked secret, or of a cloud resource that runs an image
     * @return the chain; of a finding that of everything it affects
     * @throws IllegalArgumentException if no chain leads through it
     */
    public CodeToCloudChain of(AssetKey asset) {
        Extent extent = starts.of(asset)
                .orElseThrow(() -> new IllegalArgumentException("no chain from code to cloud leads through " + asset));
        List<Candidate> origins = origins(extent);
        NavigableSet<AssetKey> repositories = repositories(extent);
        return new CodeToCloudChain(
                asset,
                List.of(
                        source.tell(extent, origins, repositories),
                        pipeline.tell(origins, repositories),
                        registry.tell(asset, extent),
                        runtime.tell(extent)),
                deployedFrom(extent),
                owners.of(asset, repositories));
    }

    /**
     * How much of what runs is mapped. Takes time in the number of workloads and of the images they run.
     *
     * @return the shares, the reasons, and what would mend them
     */
    public Coverage coverage() {
        return new CoverageCount(mapping, running, source, registry).of(graph);
    }

    /** Every candidate of every image, once. */
    private List<Candidate> origins(Extent extent) {
        Set<Candidate> origins = new LinkedHashSet<>();
        extent.images()
                .forEach(image -> mapping.candidates(image).stream()
                        .filter(extent.origin())
                        .forEach(origins::add));
        return List.copyOf(origins);
    }

    private List<Candidate> deployedFrom(Extent extent) {
        return extent.runners().stream()
                .flatMap(runner -> mapping.deployedFrom(runner).stream())
                .distinct()
                .toList();
    }

    private NavigableSet<AssetKey> repositories(Extent extent) {
        NavigableSet<AssetKey> repositories = new TreeSet<>(extent.code());
        extent.images()
                .forEach(image -> mapping.origin(image)
                        .filter(extent.origin())
                        .ifPresent(origin -> repositories.add(origin.repository())));
        return repositories;
    }
}
