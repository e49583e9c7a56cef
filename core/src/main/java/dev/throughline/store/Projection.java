package dev.throughline.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What is to be published: plain nodes and relationships. Labels, relationship types and property names come from the
 * model only; values are strings, booleans, longs, doubles, instants, or lists of strings.
 *
 * @param version id of the assessment
 * @param assessedAt time of the assessment
 * @param nodes the nodes; their ids are distinct. May be walked several times, and gives the same each time
 * @param relationships the relationships; they start and end at nodes of this projection, and no two agree in start, type,
 *     end and discriminator. May be walked several times, and gives the same each time
 */
public record Projection(
        String version,
        Instant assessedAt,
        Iterable<ProjectedNode> nodes,
        Iterable<ProjectedRelationship> relationships) {
    /**
     * A node.
     *
     * @param id its id, unique in the tenant: the key of an asset, or a text that cannot be one
     * @param labels its labels, from the model
     * @param properties its properties; no nulls
     */
    public record ProjectedNode(String id, List<String> labels, Map<String, Object> properties) {}

    /**
     * A relationship.
     *
     * @param from id of its start
     * @param type its type, from the model
     * @param to id of its end
     * @param discriminator tells relationships with the same ends and type apart; empty where there is one
     * @param properties its properties; no nulls
     */
    public record ProjectedRelationship(
            String from, String type, String to, String discriminator, Map<String, Object> properties) {}
}
