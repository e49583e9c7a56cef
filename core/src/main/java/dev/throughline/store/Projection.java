package dev.throughline.store;

import dev.throughline.model.Text;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What is to be published: plain nodes and relationships, each in a strict order, so that two projections can be walked
 * side by side. Labels, relationship types and property names come from the model only; values are strings, booleans,
 * longs, doubles, instants, or lists of strings.
 *
 * <p>A store may keep the last projection it published, so what this is made from must not change.
 *
 * @param version id of the assessment
 * @param assessedAt time of the assessment
 * @param nodes the nodes, strictly ascending by id. May be walked several times, and gives the same each time. A walk that
 *     meets an element twice or out of order throws {@link IllegalArgumentException}
 * @param relationships the relationships, strictly ascending by start, type, end and discriminator; they start and end at
 *     nodes of this projection. Walked as the nodes are
 */
public record Projection(
        String version,
        Instant assessedAt,
        Iterable<ProjectedNode> nodes,
        Iterable<ProjectedRelationship> relationships) {
    /** Has every walk checked. */
    public Projection {
        nodes = new Ascending<>(nodes);
        relationships = new Ascending<>(relationships);
    }

    /**
     * The properties of a node or relationship, made when they are asked for. Contents that are equal have equal
     * properties, so an element that did not change is recognised without making them.
     */
    public interface Content {
        /**
         * Makes the properties.
         *
         * @return values by name; no nulls
         */
        Map<String, Object> properties();
    }

    /**
     * A node. Ordered by id alone.
     *
     * @param id its id, unique in the tenant: the key of an asset, or a text that cannot be one
     * @param labels its labels, from the model
     * @param content its properties
     */
    public record ProjectedNode(String id, List<String> labels, Content content) implements Comparable<ProjectedNode> {
        /**
         * A node with properties that are there already.
         *
         * @param id its id
         * @param labels its labels, from the model
         * @param properties its properties; no nulls
         */
        public ProjectedNode(String id, List<String> labels, Map<String, Object> properties) {
            this(id, labels, new GivenContent(properties));
        }

        /**
         * Makes its properties.
         *
         * @return values by name; no nulls
         */
        public Map<String, Object> properties() {
            return content.properties();
        }

        @Override
        public int compareTo(ProjectedNode other) {
            return id.compareTo(other.id);
        }

        @Override
        public String toString() {
            return Text.quote(id);
        }
    }

    /**
     * A relationship. Ordered by everything but its properties.
     *
     * @param from id of its start
     * @param type its type, from the model
     * @param to id of its end
     * @param discriminator tells relationships with the same ends and type apart; empty where there is one
     * @param content its properties
     */
    public record ProjectedRelationship(String from, String type, String to, String discriminator, Content content)
            implements Comparable<ProjectedRelationship> {
        /**
         * A relationship with properties that are there already.
         *
         * @param from id of its start
         * @param type its type, from the model
         * @param to id of its end
         * @param discriminator tells relationships with the same ends and type apart; empty where there is one
         * @param properties its properties; no nulls
         */
        public ProjectedRelationship(
                String from, String type, String to, String discriminator, Map<String, Object> properties) {
            this(
                    from,
                    type,
                    to,
                    discriminator,
                    properties.isEmpty() ? GivenContent.NONE : new GivenContent(properties));
        }

        /**
         * Makes its properties.
         *
         * @return values by name; no nulls
         */
        public Map<String, Object> properties() {
            return content.properties();
        }

        @Override
        public int compareTo(ProjectedRelationship other) {
            int order = compare(from, other.from);
            if (order == 0) {
                order = compare(type, other.type);
            }
            if (order == 0) {
                order = compare(to, other.to);
            }
            return order != 0 ? order : compare(discriminator, other.discriminator);
        }

        /** Neighbours mostly share their texts, and then equality takes no time. */
        private static int compare(String a, String b) {
            return a.equals(b) ? 0 : a.compareTo(b);
        }

        @Override
        public String toString() {
            return Text.quote(from) + " " + Text.quote(type) + " " + Text.quote(to);
        }
    }

    private record GivenContent(Map<String, Object> properties) implements Content {
        static final GivenContent NONE = new GivenContent(Map.of());
    }
}
