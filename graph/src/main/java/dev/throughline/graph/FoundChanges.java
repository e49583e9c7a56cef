package dev.throughline.graph;

import com.google.common.collect.Iterables;
import dev.throughline.graph.Changes.PublishedRelationship;
import dev.throughline.graph.FoundRelationships.Found;
import dev.throughline.graph.PublishedGraph.FoundNode;
import dev.throughline.store.Projection;
import dev.throughline.store.Projection.ProjectedNode;
import dev.throughline.store.Projection.ProjectedRelationship;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How what is found in the database differs from a projection: for when nobody knows what is shown, as after a crash or in
 * a new process. Holds the nodes of both, and of the relationships only those that differ.
 */
final class FoundChanges {
    private static final int STARTS_PER_PAGE = 2_000;

    private final Projection wanted;
    private final PublishedGraph published;
    private final boolean isTrusted;

    private final NodeNumbers numbers = new NodeNumbers();
    private final Set<Long> kept = new HashSet<>();
    private final Set<String> newIds = new HashSet<>();
    private final List<ProjectedNode> newNodes = new ArrayList<>();
    private final List<ProjectedNode> changedNodes = new ArrayList<>();
    private final List<ProjectedRelationship> newRelationships = new ArrayList<>();
    private final List<PublishedRelationship> changedRelationships = new ArrayList<>();
    private final List<Long> goneRelationships = new ArrayList<>();
    private long nodes;
    private long relationships;

    private FoundChanges(Projection wanted, PublishedGraph published, boolean isTrusted) {
        this.wanted = wanted;
        this.published = published;
        this.isTrusted = isTrusted;
    }

    /**
     * Compares what is published with what is to be.
     *
     * @param isTrusted whether an element with the right fingerprint is as it should be
     * @throws IllegalArgumentException if the projection is not what it must be
     */
    static Changes between(PublishedGraph published, Projection wanted, boolean isTrusted) {
        Map<String, FoundNode> found = published.nodes();
        return found.isEmpty()
                ? Changes.everything(wanted)
                : new FoundChanges(wanted, published, isTrusted).compare(found);
    }

    private Changes compare(Map<String, FoundNode> found) {
        wanted.nodes().forEach(node -> compareNode(node, found.remove(NodeNumbers.indexable(node.id()))));
        compareRelationships();
        found.forEach((id, node) -> numbers.put(id, node.number()));
        List<String> goneNodes = List.copyOf(found.keySet());
        long count = (long) newNodes.size() + changedNodes.size() + goneNodes.size();
        return new Changes(
                nodes,
                relationships,
                count + newRelationships.size() + changedRelationships.size() + goneRelationships.size(),
                newNodes,
                changedNodes,
                goneNodes,
                newRelationships,
                changedRelationships,
                goneRelationships,
                numbers);
    }

    private void compareNode(ProjectedNode node, @Nullable FoundNode found) {
        nodes++;
        if (found == null) {
            newNodes.add(node);
            newIds.add(node.id());
            return;
        }
        numbers.put(NodeNumbers.indexable(node.id()), found.number());
        kept.add(found.number());
        if (!isTrusted || found.fingerprint() != PropertyValues.fingerprint(node)) {
            changedNodes.add(node);
        }
    }

    /** Both are walked by start, page by page. */
    private void compareRelationships() {
        Iterator<ProjectedRelationship> walk = wanted.relationships().iterator();
        ProjectedRelationship next = next(walk);
        for (List<ProjectedNode> page : Iterables.partition(wanted.nodes(), STARTS_PER_PAGE)) {
            List<Long> starts = page.stream()
                    .map(ProjectedNode::id)
                    .filter(numbers::has)
                    .map(numbers::of)
                    .toList();
            FoundRelationships found = published.relationshipsFrom(starts, kept::contains);
            String last = page.get(page.size() - 1).id();
            for (; next != null && next.from().compareTo(last) <= 0; next = next(walk)) {
                compareRelationship(next, found);
            }
            goneRelationships.addAll(found.rest());
        }
        for (; next != null; next = next(walk)) {
            compareRelationship(next, new FoundRelationships());
        }
    }

    private static @Nullable ProjectedRelationship next(Iterator<ProjectedRelationship> walk) {
        return walk.hasNext() ? walk.next() : null;
    }

    private void compareRelationship(ProjectedRelationship relationship, FoundRelationships found) {
        relationships++;
        if (newIds.contains(relationship.from()) || newIds.contains(relationship.to())) {
            newRelationships.add(relationship);
            return;
        }
        Found there = found.take(relationship, numbers);
        if (there == null) {
            newRelationships.add(relationship);
        } else if (!isTrusted || there.fingerprint() != PropertyValues.fingerprint(relationship)) {
            changedRelationships.add(new PublishedRelationship(there.number(), relationship));
        }
    }
}
