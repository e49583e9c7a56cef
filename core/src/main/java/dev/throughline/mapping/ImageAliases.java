package dev.throughline.mapping;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.ContainerImage;
import dev.throughline.model.ImageIndex;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The names one image goes by. An index digest, a platform manifest digest and a configuration digest may all stand for
 * "the image", depending on who speaks: a tag, a registry or a container runtime.
 *
 * <p>What is part of one thing only, and its only part, is that thing under another name. What is part of several, such as a
 * manifest that two indices list, or one of several, such as the manifests of an index, is an image of its own and a
 * <em>neighbour</em> of each: anybody can list somebody else's manifest in an index of his own, beside one that he made, and
 * must get neither the names of the other index nor its origin by that. Evidence passes from neighbour to neighbour, and
 * no further.
 */
final class ImageAliases {
    private static final int NO_IMAGE = -1;

    private final RiskGraph graph;
    /** By number of an asset, the smallest number of its group. */
    private final int[] roots;
    /** By root, the numbers of the group. */
    private final Buckets members;
    /** By root, the roots of its neighbours. */
    private final Buckets neighbours;

    ImageAliases(RiskGraph graph) {
        this.graph = graph;
        this.roots = new int[graph.size()];
        Arrays.setAll(
                roots,
                number -> graph.asset(number) instanceof ContainerImage || graph.asset(number) instanceof ImageIndex
                        ? number
                        : NO_IMAGE);
        joinEqualDigests();
        Buckets wholes = wholes();
        joinParts(wholes);
        for (int image = 0; image < roots.length; image++) {
            roots[image] = find(image);
        }
        this.members = members(roots);
        this.neighbours = neighbours(wholes);
    }

    private static Buckets members(int[] roots) {
        Buckets.Builder members = new Buckets.Builder();
        for (int image = 0; image < roots.length; image++) {
            if (roots[image] != NO_IMAGE) {
                members.add(roots[image], image);
            }
        }
        return members.build();
    }

    /** The number that stands for all names of an image; -1 for what is no image. */
    int root(int number) {
        return number < 0 ? NO_IMAGE : roots[number];
    }

    /** The number that stands for all names of an image; -1 if the graph does not hold it. */
    int root(AssetKey image) {
        return root(graph.number(image));
    }

    /** All names of an image, by its root. */
    Buckets members() {
        return members;
    }

    boolean hasNeighbours(int root) {
        return neighbours.size(root) > 0;
    }

    /** The roots of the neighbours of a root. */
    IntStream neighbours(int root) {
        return neighbours.of(root);
    }

    /** Who does not know the media type calls an index an image. */
    private void joinEqualDigests() {
        graph.assets(ImageIndex.class).forEach(index -> {
            int image = graph.number(
                    AssetKey.of(AssetKind.CONTAINER_IMAGE, index.key().value()));
            if (image >= 0) {
                union(graph.number(index.key()), image);
            }
        });
    }

    /** What each thing is part of: a manifest of indices, a configuration of manifests. */
    private Buckets wholes() {
        Buckets.Builder wholes = new Buckets.Builder();
        graph.assets(ContainerImage.class).forEach(image -> {
            int number = graph.number(image.key());
            graph.visitTargets(number, RelationType.VARIANT_OF, index -> {
                if (find(index) != NO_IMAGE) { // a custom asset may stand at either end of a relation
                    wholes.add(find(number), find(index));
                }
            });
            int configuration = configuration(image);
            if (configuration >= 0) {
                wholes.add(find(configuration), find(number));
            }
        });
        return wholes.build();
    }

    /** The number of the configuration, if the graph holds it. A manifest is nobody's configuration, whatever one says. */
    private int configuration(ContainerImage image) {
        if (image.configDigest() == null) {
            return NO_IMAGE;
        }
        AssetKey key = AssetKey.of(AssetKind.CONTAINER_IMAGE, image.configDigest());
        boolean isConfiguration = graph.find(key, ContainerImage.class)
                .filter(c -> c.configDigest() == null
                        && graph.outgoing(key, RelationType.VARIANT_OF).isEmpty())
                .isPresent();
        return isConfiguration ? graph.number(key) : NO_IMAGE;
    }

    private void joinParts(Buckets wholes) {
        int[] parts = new int[roots.length];
        for (int whole : wholes.values()) {
            parts[whole]++;
        }
        for (int part = 0; part < roots.length; part++) {
            if (wholes.size(part) == 1 && parts[wholes.values()[wholes.first(part)]] == 1) {
                union(part, wholes.values()[wholes.first(part)]);
            }
        }
    }

    private Buckets neighbours(Buckets wholes) {
        Buckets.Builder builder = new Buckets.Builder();
        for (int part = 0; part < roots.length; part++) {
            int own = roots[part];
            for (int i = wholes.first(part); i < wholes.end(part); i++) {
                int other = roots[wholes.values()[i]];
                if (other != own) {
                    builder.add(own, other);
                    builder.add(other, own);
                }
            }
        }
        return builder.build();
    }

    private int find(int number) {
        int at = number;
        while (roots[at] != at) {
            if (roots[at] == NO_IMAGE) {
                return NO_IMAGE;
            }
            roots[at] = roots[roots[at]];
            at = roots[at];
        }
        return at;
    }

    private void union(int a, int b) {
        int first = find(a);
        int second = find(b);
        roots[Math.max(first, second)] = Math.min(first, second);
    }
}
