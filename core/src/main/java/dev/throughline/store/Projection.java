package dev.throughline.store;

import com.google.common.collect.Iterables;
import com.google.errorprone.annotations.CheckReturnValue;
import dev.throughline.model.Text;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is to be published: plain nodes and relationships, each in a strict order, so that two projections can be walked
 * side by side. Labels, relationship types and property names come from the model only; values are strings, booleans,
 * longs, doubles, instants, or lists of strings.
 *
 * <p>A store may keep the last projection it published, so what this is made from must not change.
 */
@CheckReturnValue
public class Projection {
    private final String version;
    private final Instant assessedAt;
    private final Iterable<ProjectedNode> nodes;
    private final Iterable<ProjectedRelationship> relationships;

    /**
     * A projection of elements that may be walked several times, and are the same each time.
     *
     * @param version id of the assessment
     * @param assessedAt time of the assessment
     * @param nodes the nodes, strictly ascending by id
     * @param relationships the relationships, strictly ascending by start, type, end and discriminator; they start and end
     *     at nodes of this projection
     */
    public Projection(
            String version,
            Instant assessedAt,
            Iterable<ProjectedNode> nodes,
            Iterable<ProjectedRelationship> relationships) {
        this.version = version;
        this.assessedAt = assessedAt;
        this.nodes = new Ascending<>(nodes);
        this.relationships = new Ascending<>(relationships);
    }

    /**
     * The assessment this is made from.
     *
     * @return its id
     */
    public final String version() {
        return version;
    }

    /**
     * When that was made.
     *
     * @return its time
     */
    public final Instant assessedAt() {
        return assessedAt;
    }

    /**
     * The nodes. A walk that meets one twice or out of order throws {@link IllegalArgumentException}.
     *
     * @return the nodes, strictly ascending by id
     */
    public final Iterable<ProjectedNode> nodes() {
        return nodes;
    }

    /**
     * The relationships. A walk that meets one twice or out of order throws {@link IllegalArgumentException}.
     *
     * @return the relationships, strictly ascending by start, type, end and discriminator
     */
    public final Iterable<ProjectedRelationship> relationships() {
        return relationships;
    }

    /**
     * How many nodes there are. Walks them, unless a subclass can tell faster.
     *
     * @return their number
     */
    public int nodeCount() {
        return Iterables.size(nodes);
    }

    /**
     * How many relationships there are. Walks them, unless a subclass can tell faster.
     *
     * @return their number
     */
    public int relationshipCount() {
        return Iterables.size(relationships);
    }

    /**
     * The same relationships in another order, in which neighbours in the graph are near each other if a subclass knows
     * such an order. A database writes them faster so, for it touches fewer places at a time.
     *
     * @return the relationships, each once
     */
    public Iterable<ProjectedRelationship> relationshipsByPlace() {
        return relationships;
    }

    /**
     * How this differs from an earlier projection. Walks both, unless a subclass can tell faster.
     *
     * @param before the earlier projection
     * @return the difference
     * @throws IllegalArgumentException if an element comes twice or out of order, or a relationship starts or ends at a
     *     node that only the earlier projection has
     */
    public ProjectionDifference since(Projection before) {
        return ProjectionDifference.between(before, this);
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

        /** As a record has it. Written out, for a record asks by method handles, and a publish asks for all that was derived. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof ProjectedRelationship relationship
                    && from.equals(relationship.from)
                    && type.equals(relationship.type)
                    && to.equals(relationship.to)
                    && discriminator.equals(relationship.discriminator)
                    && content.equals(relationship.content);
        }

        @Override
        public int hashCode() {
            return Objects.hash(from, type, to, discriminator, content);
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
