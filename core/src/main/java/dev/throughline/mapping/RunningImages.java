package dev.throughline.mapping;

import dev.throughline.model.AssetKey;
import dev.throughline.model.Container;
import dev.throughline.model.ImageTag;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.Workload;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Which images run in which workloads: those named by digest, and those that a named tag points at now. A tag that points
 * at several images tells nothing: nobody knows which of them was pulled.
 */
final class RunningImages {
    private static final int NONE = -1;

    private final RiskGraph graph;
    private final ImageAliases aliases;
    private final Buckets images;
    private final Buckets unresolvedTags;
    /** By root of the image. */
    private final Buckets workloads;

    RunningImages(RiskGraph graph, ImageAliases aliases) {
        this.graph = graph;
        this.aliases = aliases;
        Buckets.Builder byWorkload = new Buckets.Builder();
        Buckets.Builder unresolved = new Buckets.Builder();
        Buckets.Builder byImage = new Buckets.Builder();
        for (int number = 0; number < graph.size(); number++) {
            int workload = number;
            visitWanted(workload, wanted -> {
                int image = aliases.root(wanted) >= 0 ? wanted : tagged(wanted);
                if (image >= 0) {
                    byWorkload.add(workload, image);
                    byImage.add(aliases.root(image), workload);
                } else if (graph.asset(wanted) instanceof ImageTag) {
                    unresolved.add(workload, wanted);
                }
            });
        }
        this.images = byWorkload.build();
        this.unresolvedTags = unresolved.build();
        this.workloads = byImage.build();
    }

    /** Shows the images and tags that a workload and its containers are created from. */
    private void visitWanted(int number, IntConsumer visitor) {
        if (graph.asset(number) instanceof Workload) {
            graph.visitTargets(number, RelationType.CREATED_FROM, visitor);
            graph.visitTargets(number, RelationType.CONTAINS, part -> {
                if (graph.asset(part) instanceof Container) {
                    graph.visitTargets(part, RelationType.CREATED_FROM, visitor);
                }
            });
        }
    }

    /** The only image a tag points at, by the first name of it. */
    private int tagged(int tag) {
        IntStream.Builder found = IntStream.builder();
        graph.visitTargets(tag, RelationType.TAGGED, image -> {
            if (aliases.root(image) >= 0) {
                found.add(image);
            }
        });
        int[] names = found.build().toArray();
        return IntStream.of(names).map(aliases::root).distinct().count() == 1 ? names[0] : NONE;
    }

    /** The images of a workload as its runtime names them. */
    Set<AssetKey> imagesOf(AssetKey workload) {
        return keys(images, graph.number(workload));
    }

    /** The images that run anywhere, by their roots. */
    Set<AssetKey> images() {
        return new NumberedKeys(graph, workloads.buckets());
    }

    Set<AssetKey> unresolvedTagsOf(AssetKey workload) {
        return keys(unresolvedTags, graph.number(workload));
    }

    /** The workloads that run an image under any of its names, or a neighbour of it, which may be it. */
    Set<AssetKey> workloadsOf(AssetKey image) {
        int root = aliases.root(image);
        return root < 0 || !aliases.hasNeighbours(root)
                ? keys(workloads, root)
                : new NumberedKeys(
                        graph,
                        IntStream.concat(IntStream.of(root), aliases.neighbours(root))
                                .flatMap(this::workloadsOf)
                                .sorted()
                                .distinct()
                                .toArray());
    }

    /** The numbers of the workloads that run an image under any of its names. */
    IntStream workloadsOf(int root) {
        return workloads.of(root);
    }

    private NumberedKeys keys(Buckets buckets, int bucket) {
        return new NumberedKeys(graph, buckets.values(), buckets.first(bucket), buckets.end(bucket));
    }
}
