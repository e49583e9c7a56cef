package dev.throughline.finding;

import dev.throughline.mapping.BaseImage;
import dev.throughline.mapping.Mapping;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where findings come from: a repository, one of its commits, or an image that others were built upon. For one thread. */
final class Source {
    private final RiskGraph graph;
    private final Mapping mapping;
    private final AssetKey key;
    private final Map<AssetKey, Boolean> known = new HashMap<>();

    Source(RiskGraph graph, Mapping mapping, AssetKey key) {
        this.graph = graph;
        this.mapping = mapping;
        this.key = key;
    }

    boolean has(Finding finding) {
        AssetKey asset = finding.asset();
        if (asset.equals(key) || key.equals(finding.repository())) {
            return true;
        }
        if (key.mayBe(AssetKind.COMMIT)) {
            return mapping.origin(asset).flatMap(origin -> origin.commit()).equals(Optional.of(key));
        }
        return isImage(key) && isImage(asset) && known.computeIfAbsent(asset, this::isBuiltUpon);
    }

    /** Whether the image is the source itself, by another name, or built upon it over any number of steps. */
    private boolean isBuiltUpon(AssetKey image) {
        Set<AssetKey> seen = new HashSet<>();
        Deque<AssetKey> open = new ArrayDeque<>(List.of(image));
        while (!open.isEmpty()) {
            AssetKey at = open.remove();
            if (at.equals(key)) {
                return true;
            }
            if (seen.add(at)) {
                open.addAll(mapping.namesOf(at));
                mapping.basesOf(at).stream().map(BaseImage::base).forEach(open::add);
                ends(at, RelationType.HAS_LAYER_OF, open);
                ends(at, RelationType.TAGGED, open);
            }
        }
        return false;
    }

    private void ends(AssetKey from, RelationType type, Deque<AssetKey> open) {
        graph.outgoing(from, type).stream().map(Relation::to).forEach(open::add);
    }

    private static boolean isImage(AssetKey key) {
        return key.mayBe(AssetKind.CONTAINER_IMAGE)
                || key.mayBe(AssetKind.IMAGE_INDEX)
                || key.mayBe(AssetKind.IMAGE_TAG);
    }
}
