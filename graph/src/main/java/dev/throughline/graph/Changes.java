package dev.throughline.graph;

import com.google.common.collect.Iterables;
import dev.throughline.store.Projection;
import dev.throughline.store.Projection.ProjectedNode;
import dev.throughline.store.Projection.ProjectedRelationship;
import java.util.List;

/**
 * What has to be written to bring the published graph to a projection.
 *
 * @param nodes how many nodes the projection has
 * @param relationships how many relationships the projection has
 * @param count how many elements have to be written or removed
 * @param newNodes nodes that are not there
 * @param changedNodes nodes that are there, but not as they should be
 * @param goneNodes ids, as they are stored, of nodes that should not be there
 * @param newRelationships relationships that are not there
 * @param changedRelationships relationships that are there, but not as they should be
 * @param goneRelationships numbers of relationships that should not be there, between nodes that stay
 * @param numbers the numbers of all nodes named here that are there, and of the ends of all relationships named here
 */
record Changes(
        long nodes,
        long relationships,
        long count,
        Iterable<ProjectedNode> newNodes,
        List<ProjectedNode> changedNodes,
        List<String> goneNodes,
        Iterable<ProjectedRelationship> newRelationships,
        List<PublishedRelationship> changedRelationships,
        List<Long> goneRelationships,
        NodeNumbers numbers) {
    /**
     * A relationship that is there.
     *
     * @param number its number in the database
     * @param wanted how it should be
     */
    record PublishedRelationship(long number, ProjectedRelationship wanted) {}

    /** All of a projection, where nothing is there. */
    static Changes everything(Projection wanted) {
        long nodes = Iterables.size(wanted.nodes());
        long relationships = Iterables.size(wanted.relationships());
        return new Changes(
                nodes,
                relationships,
                nodes + relationships,
                wanted.nodes(),
                List.of(),
                List.of(),
                wanted.relationships(),
                List.of(),
                List.of(),
                new NodeNumbers());
    }
}
