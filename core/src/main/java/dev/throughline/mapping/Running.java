package dev.throughline.mapping;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** What runs an image, and which image something runs: workloads, and cloud resources beside them. */
final class Running {
    private final RiskGraph graph;
    private final Mapping mapping;

    Running(RiskGraph graph, Mapping mapping) {
        this.graph = graph;
        this.mapping = mapping;
    }

    /** The images that a container or cloud resource was created from; tags count if one digest is known for them. */
    NavigableSet<AssetKey> imagesOf(AssetKey runner) {
        NavigableSet<AssetKey> images = new TreeSet<>();
        for (Relation created : graph.outgoing(runner, RelationType.CREATED_FROM)) {
            if (created.to().mayBe(AssetKind.IMAGE_TAG)) {
                images.addAll(taggedBy(created.to()));
            } else {
                images.add(created.to());
            }
        }
        return images;
    }

    /** The tags among what a container or cloud resource was created from whose digest nothing tells. */
    NavigableSet<AssetKey> unresolvedTagsOf(AssetKey runner) {
        NavigableSet<AssetKey> tags = new TreeSet<>(mapping.unresolvedTagsOf(runner));
        for (Relation created : graph.outgoing(runner, RelationType.CREATED_FROM)) {
            if (created.to().mayBe(AssetKind.IMAGE_TAG)
                    && taggedBy(created.to()).isEmpty()) {
                tags.add(created.to());
            }
        }
        return tags;
    }

    /** The image a tag points at; none if sources disagree. */
    List<AssetKey> taggedBy(AssetKey tag) {
        List<AssetKey> images = graph.outgoing(tag, RelationType.TAGGED).stream()
                .map(Relation::to)
                .distinct()
                .toList();
        return images.size() == 1 ? images : List.of();
    }

    /** The workloads and cloud resources that run an image, by any of its names. */
    NavigableSet<AssetKey> of(AssetKey image) {
        NavigableSet<AssetKey> runners = new TreeSet<>(mapping.workloadsRunning(image));
        for (AssetKey name : mapping.namesOf(image)) {
            addClouds(name, runners);
            graph.incoming(name, RelationType.TAGGED).stream()
                    .map(Relation::from)
                    .filter(tag -> taggedBy(tag).contains(name))
                    .forEach(tag -> addClouds(tag, runners));
        }
        return runners;
    }

    private void addClouds(AssetKey image, NavigableSet<AssetKey> runners) {
        graph.incoming(image, RelationType.CREATED_FROM).stream()
                .map(Relation::from)
                .filter(runner -> runner.mayBe(AssetKind.CLOUD_RESOURCE))
                .forEach(runners::add);
    }
}
