package dev.throughline.graph;

import com.google.common.collect.Iterables;
import dev.throughline.graph.Changes.PublishedRelationship;
import dev.throughline.graph.FoundRelationships.Found;
import dev.throughline.store.Difference;
import dev.throughline.store.Projection;
import dev.throughline.store.Projection.ProjectedNode;
import dev.throughline.store.Projection.ProjectedRelationship;
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

    private KnownChanges(PublishedGraph published, Projection shown, Projection wanted) {
        this.published = published;
        this.nodes = Difference.between(shown.nodes(), wanted.nodes());
        this.relationships = Difference.between(shown.relationships(), held(wanted.relationships()));
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

    /** Refuses relationships that stay although one of their ends does not. */
    private Iterable<ProjectedRelationship> held(Iterable<ProjectedRelationship> wanted) {
        Set<String> removed = nodes.removed().stream().map(ProjectedNode::id).collect(Collectors.toSet());
        return removed.isEmpty()
                ? wanted
                : Iterables.transform(wanted, relationship -> {
                    if (removed.contains(relationship.from()) || removed.contains(relationship.to())) {
                        throw new IllegalArgumentException(
                                "'" + relationship + "' starts or ends at what is no node of the projection");
                    }
                    return relationship;
                });
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
                relationships.removed().stream()
                        .map(relationship -> take(relationship, found, numbers))
                        .toList(),
                numbers);
    }

    private Set<String> involved() {
        Set<String> ids = new HashSet<>();
        Stream.of(relationships.added(), relationships.changed(), relationships.removed())
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
        Iterables.concat(relationships.changed(), relationships.removed())
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
