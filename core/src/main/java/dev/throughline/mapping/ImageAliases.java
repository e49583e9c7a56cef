package dev.throughline.mapping;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.ContainerImage;
import dev.throughline.model.ImageIndex;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The names one image goes by. An index digest, a platform manifest digest and a configuration digest may all stand for
 * "the image", depending on who speaks: a tag, a registry or a container runtime.
 */
final class ImageAliases {
    private final Map<AssetKey, AssetKey> parents = new HashMap<>();
    private final Map<AssetKey, List<AssetKey>> groups;

    ImageAliases(RiskGraph graph) {
        graph.assets(ContainerImage.class).forEach(image -> join(graph, image));
        graph.assets(ImageIndex.class)
                .forEach(index -> union(
                        index.key(),
                        AssetKey.of(AssetKind.CONTAINER_IMAGE, index.key().value())));
        Map<AssetKey, TreeSet<AssetKey>> members = new TreeMap<>();
        parents.keySet().stream()
                .filter(key -> graph.number(key) >= 0)
                .forEach(key ->
                        members.computeIfAbsent(root(key), r -> new TreeSet<>()).add(key));
        groups = new HashMap<>();
        members.forEach((root, keys) -> groups.put(root, List.copyOf(keys)));
    }

    private void join(RiskGraph graph, ContainerImage image) {
        if (image.configDigest() != null) {
            AssetKey config = AssetKey.of(AssetKind.CONTAINER_IMAGE, image.configDigest());
            if (graph.number(config) >= 0) {
                union(image.key(), config);
            }
        }
        for (Relation variant : graph.outgoing(image.key(), RelationType.VARIANT_OF)) {
            union(image.key(), variant.to());
        }
    }

    /** All names of an image that the graph holds, itself among them. */
    List<AssetKey> of(AssetKey image) {
        return groups.getOrDefault(root(image), List.of(image));
    }

    /** The one name that stands for all of them. */
    AssetKey root(AssetKey image) {
        AssetKey at = image;
        for (AssetKey parent = parents.get(at); parent != null && !parent.equals(at); parent = parents.get(at)) {
            at = parent;
        }
        return at;
    }

    private void union(AssetKey a, AssetKey b) {
        AssetKey first = root(a);
        AssetKey second = root(b);
        parents.putIfAbsent(first, first);
        parents.putIfAbsent(second, second);
        if (first.compareTo(second) <= 0) {
            parents.put(second, first);
        } else {
            parents.put(first, second);
        }
    }
}
