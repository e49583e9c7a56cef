package dev.throughline.graph;

import com.google.common.collect.Iterables;
import dev.throughline.graph.Changes.PublishedRelationship;
import dev.throughline.graph.FoundRelationships.Found;
import dev.throughline.store.Difference;
import dev.throughline.store.Projection;
import dev.throughline.store.Projection.ProjectedNode;
import dev.throughline.store.Projection.ProjectedRelationship;
import dev.throughline.store.ProjectionDifference;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What changed since the projection that is shown. Only what changed is looked up in the database. */
final class KnownChanges {
    private final PublishedGraph published;
    private final Difference<ProjectedNode> nodes;
    private final Difference<ProjectedRelationship> relationships;
    private final List<ProjectedRelationship> removed;

    private KnownChanges(PublishedGraph published, Projection shown, Projection wanted) {
        this.published = published;
        ProjectionDifference difference = wanted.since(shown);
        this.nodes = difference.nodes();
        this.relationships = difference.relationships();
        this.removed = removedAlone();
    }

    /**
     * Compares two projections.
     *
     * @throws OutdatedException if what should be shown is not there
     * @throws IllegalArgumentException if the projection is not what it must be
     */
    static Changes between(Projection shown, Projection wanted, PublishedGraph published) {
        return new KnownChanges(published, shown, wanted).changes();
    }

    /** Without those that go with a node. */
    private List<ProjectedRelationship> removedAlone() {
        Set<String> gone = nodes.removed().stream().map(ProjectedNode::id).collect(Collectors.toSet());
        return relationships.removed().stream()
                .filter(relationship -> !gone.contains(relationship.from()) && !gone.contains(relationship.to()))
                .toList();
    }

    private Changes changes() {
        NodeNumbers numbers = published.numbers(involved());
        FoundRelationships found = published.relationshipsBetween(pairs(numbers));
        return new Changes(
                nodes.size(),
                relationships.size(),
                nodes.changes() + relationships.changes(),
                nodes.added(),
                nodes.changed(),
                nodes.removed().stream()
                        .map(node -> NodeNumbers.indexable(node.id()))
                        .toList(),
                relationships.added(),
                relationships.changed().stream()
                        .map(relationship ->
                                new PublishedRelationship(take(relationship, found, numbers), relationship))
                        .toList(),
                removed.stream()
                        .map(relationship -> take(relationship, found, numbers))
                        .toList(),
                numbers);
    }

    private Set<String> involved() {
        Set<String> ids = new HashSet<>();
        Stream.of(relationships.added(), relationships.changed(), removed)
                .flatMap(List::stream)
                .forEach(relationship -> {
                    ids.add(NodeNumbers.indexable(relationship.from()));
                    ids.add(NodeNumbers.indexable(relationship.to()));
                });
        nodes.added().forEach(node -> ids.remove(NodeNumbers.indexable(node.id())));
        nodes.changed().forEach(node -> ids.add(NodeNumbers.indexable(node.id())));
        nodes.removed().forEach(node -> ids.add(NodeNumbers.indexable(node.id())));
        return ids;
    }

    private Set<List<Long>> pairs(NodeNumbers numbers) {
        Set<List<Long>> pairs = new HashSet<>();
        Iterables.concat(relationships.changed(), removed)
                .forEach(relationship ->
                        pairs.add(List.of(numbers.of(relationship.from()), numbers.of(relationship.to()))));
        return pairs;
    }

    private static long take(ProjectedRelationship relationship, FoundRelationships found, NodeNumbers numbers) {
        Found there = found.take(relationship, numbers);
        if (there == null) {
            throw new OutdatedException();
        }
        return there.number();
    }
}
