package dev.throughline.finding;

import dev.throughline.mapping.Mapping;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where findings come from: a repository, one of its commits, or an image that others were built upon. */
final class Source {
    private final RiskGraph graph;
    private final Mapping mapping;
    private final AssetKey key;

    /** The images built upon it, itself among them; empty if it is code. */
    private final Set<AssetKey> images;

    Source(RiskGraph graph, Mapping mapping, AssetKey key) {
        this.graph = graph;
        this.mapping = mapping;
        this.key = key;
        this.images = isImage(key) ? builtUpon() : Set.of();
    }

    boolean has(Finding finding) {
        AssetKey asset = finding.asset();
        return asset.equals(key)
                || key.equals(finding.repository())
                || images.contains(asset)
                || (key.mayBe(AssetKind.COMMIT) && builtFrom(asset).equals(Optional.of(key)));
    }

    private Optional<AssetKey> builtFrom(AssetKey image) {
        return mapping.origin(image).flatMap(origin -> origin.commit());
    }

    private Set<AssetKey> builtUpon() {
        Set<AssetKey> found = new HashSet<>();
        Deque<AssetKey> open = new ArrayDeque<>(List.of(key));
        while (!open.isEmpty()) {
            AssetKey base = open.remove();
            if (found.add(base)) {
                open.addAll(mapping.namesOf(base));
                children(base, RelationType.BASED_ON, open);
                children(base, RelationType.HAS_LAYER_OF, open);
                children(base, RelationType.TAGGED, open);
            }
        }
        return found;
    }

    private void children(AssetKey base, RelationType type, Deque<AssetKey> open) {
        graph.incoming(base, type).stream().map(Relation::from).forEach(open::add);
    }

    private static boolean isImage(AssetKey key) {
        return key.mayBe(AssetKind.CONTAINER_IMAGE)
                || key.mayBe(AssetKind.IMAGE_INDEX)
                || key.mayBe(AssetKind.IMAGE_TAG);
    }
}
