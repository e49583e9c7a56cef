package dev.throughline.store;

import com.google.common.collect.Iterables;
import dev.throughline.store.Projection.ProjectedNode;
import dev.throughline.store.Projection.ProjectedRelationship;
import java.util.HashSet;
import java.util.Set;

/**
 * How one projection differs from another.
 *
 * @param nodes how their nodes differ
 * @param relationships how their relationships differ
 */
public record ProjectionDifference(Difference<ProjectedNode> nodes, Difference<ProjectedRelationship> relationships) {
    /**
     * Walks two projections side by side. Takes time in the size of both.
     *
     * @param before the earlier one
     * @param after the later one
     * @return the difference
     * @throws IllegalArgumentException if an element comes twice or out of order, or a relationship starts or ends at a
     *     node that is in the earlier projection alone
     */
    public static ProjectionDifference between(Projection before, Projection after) {
        Difference<ProjectedNode> nodes = Difference.between(before.nodes(), after.nodes());
        Set<String> gone = new HashSet<>();
        nodes.removed().forEach(node -> gone.add(node.id()));
        return new ProjectionDifference(
                nodes, Difference.between(before.relationships(), held(after.relationships(), gone)));
    }

    private static Iterable<ProjectedRelationship> held(
            Iterable<ProjectedRelationship> relationships, Set<String> gone) {
        return gone.isEmpty()
                ? relationships
                : Iterables.transform(relationships, relationship -> {
                    if (gone.contains(relationship.from()) || gone.contains(relationship.to())) {
                        throw new IllegalArgumentException(
                                "'" + relationship + "' starts or ends at what is no node of the projection");
                    }
                    return relationship;
                });
    }

    /**
     * The number of elements that differ.
     *
     * @return the number
     */
    public int changes() {
        return nodes.changes() + relationships.changes();
    }
}
