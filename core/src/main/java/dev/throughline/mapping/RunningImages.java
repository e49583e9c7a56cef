package dev.throughline.mapping;

import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.SetMultimap;
import com.google.common.collect.TreeMultimap;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Container;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.Workload;
import java.util.List;
import java.util.Set;

/** Which images run in which workloads: those named by digest, and those that a named tag points at now. */
final class RunningImages {
    private final ImmutableSetMultimap<AssetKey, AssetKey> images;
    private final ImmutableSetMultimap<AssetKey, AssetKey> workloads;
    private final ImmutableSetMultimap<AssetKey, AssetKey> unresolvedTags;

    RunningImages(RiskGraph graph, ImageAliases aliases) {
        SetMultimap<AssetKey, AssetKey> byWorkload = TreeMultimap.create();
        SetMultimap<AssetKey, AssetKey> unresolved = TreeMultimap.create();
        graph.assets(Workload.class).forEach(workload -> {
            add(graph, workload.key(), workload.key(), byWorkload, unresolved);
            for (Container container : graph.targets(workload.key(), RelationType.CONTAINS, Container.class)) {
                add(graph, workload.key(), container.key(), byWorkload, unresolved);
            }
        });
        SetMultimap<AssetKey, AssetKey> byImage = TreeMultimap.create();
        byWorkload.forEach((workload, image) -> byImage.put(aliases.root(image), workload));
        images = ImmutableSetMultimap.copyOf(byWorkload);
        workloads = ImmutableSetMultimap.copyOf(byImage);
        unresolvedTags = ImmutableSetMultimap.copyOf(unresolved);
    }

    private static void add(
            RiskGraph graph,
            AssetKey workload,
            AssetKey runs,
            SetMultimap<AssetKey, AssetKey> images,
            SetMultimap<AssetKey, AssetKey> unresolved) {
        for (Relation created : graph.outgoing(runs, RelationType.CREATED_FROM)) {
            if (!created.to().mayBe(AssetKind.IMAGE_TAG)) {
                images.put(workload, created.to());
                continue;
            }
            List<Relation> tagged = graph.outgoing(created.to(), RelationType.TAGGED);
            if (tagged.size() == 1) {
                images.put(workload, tagged.get(0).to());
            } else {
                unresolved.put(workload, created.to());
            }
        }
    }

    Set<AssetKey> imagesOf(AssetKey workload) {
        return images.get(workload);
    }

    Set<AssetKey> workloadsOf(AssetKey imageRoot) {
        return workloads.get(imageRoot);
    }

    Set<AssetKey> unresolvedTagsOf(AssetKey workload) {
        return unresolvedTags.get(workload);
    }
}
