package dev.throughline.graph;

import dev.throughline.store.Projection;
import dev.throughline.store.Projection.ProjectedNode;
import dev.throughline.store.Projection.ProjectedRelationship;
import java.util.AbstractCollection;
import java.util.Collection;
import java.util.Iterator;
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
        Collection<ProjectedNode> newNodes,
        List<ProjectedNode> changedNodes,
        List<String> goneNodes,
        Collection<ProjectedRelationship> newRelationships,
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
        int nodes = wanted.nodeCount();
        int relationships = wanted.relationshipCount();
        return new Changes(
                nodes,
                relationships,
                (long) nodes + relationships,
                counted(wanted.nodes(), nodes),
                List.of(),
                List.of(),
                counted(wanted.relationshipsByPlace(), relationships),
                List.of(),
                List.of(),
                new NodeNumbers());
    }

    private static <E> Collection<E> counted(Iterable<E> elements, int size) {
        return new AbstractCollection<>() {
            @Override
            public Iterator<E> iterator() {
                return elements.iterator();
            }

            @Override
            public int size() {
                return size;
            }
        };
    }
}
