package dev.throughline.graph;

import com.google.common.hash.Hashing;
import dev.throughline.model.Text;
import dev.throughline.store.Projection;
import dev.throughline.store.Projection.ProjectedNode;
import dev.throughline.store.Projection.ProjectedRelationship;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is published, and what is to be: one {@link Element} for each node and relationship of either. Holds ids and
 * fingerprints, no properties, so it stays small beside the graph itself: about 150 bytes an element.
 */
final class PublishedGraph {
    /** More than the longest key in ASCII, less than the 8 KB an index entry may have. */
    private static final int INDEXED_BYTES = 6_000;

    private final Map<String, Element> nodes = new HashMap<>();
    private final Map<Position, Element> relationships = new HashMap<>();
    private final List<Element> surplus = new ArrayList<>();
    private final Set<String> propertyNames;
    private long wantedNodes;
    private long wantedRelationships;

    /** Where a relationship is. */
    private record Position(Element from, String type, Element to, String discriminator) {}

    PublishedGraph(Collection<String> propertyNames) {
        this.propertyNames = new HashSet<>(propertyNames);
    }

    Element foundNode(String id, long number, long fingerprint) {
        Element node = new Element(number, fingerprint);
        nodes.put(id, node);
        return node;
    }

    void foundRelationship(Element from, String type, Element to, String discriminator, long number, long fingerprint) {
        Element found = new Element(number, fingerprint);
        Element other = relationships.putIfAbsent(new Position(from, type, to, discriminator), found);
        if (other != null) {
            surplus.add(found);
        }
    }

    /**
     * Notes what is wanted.
     *
     * @throws IllegalArgumentException if the projection is not what it must be
     */
    void compareWith(Projection projection) {
        for (ProjectedNode node : projection.nodes()) {
            ProjectionNames.checkLabels(node.labels());
            ProjectionNames.checkProperties(node.properties().keySet());
            long fingerprint = PropertyValues.fingerprint(node.labels(), node.properties());
            want(nodes.computeIfAbsent(indexable(node.id()), id -> new Element()), fingerprint, node.id());
            propertyNames.addAll(node.properties().keySet());
            wantedNodes++;
        }
        for (ProjectedRelationship relationship : projection.relationships()) {
            ProjectionNames.checkType(relationship.type());
            ProjectionNames.checkProperties(relationship.properties().keySet());
            long fingerprint = PropertyValues.fingerprint(List.of(), relationship.properties());
            Element element = relationships.computeIfAbsent(position(relationship), p -> new Element());
            want(element, fingerprint, relationship.from() + " " + relationship.type() + " " + relationship.to());
            propertyNames.addAll(relationship.properties().keySet());
            wantedRelationships++;
        }
    }

    private static void want(Element element, long fingerprint, String name) {
        if (element.isWanted()) {
            throw new IllegalArgumentException("the projection has two of '" + Text.quote(name) + "'");
        }
        element.want(fingerprint);
    }

    private Position position(ProjectedRelationship relationship) {
        return new Position(
                end(relationship.from()), relationship.type(), end(relationship.to()), relationship.discriminator());
    }

    private Element end(String id) {
        Element node = nodes.get(indexable(id));
        if (node == null || !node.isWanted()) {
            throw new IllegalArgumentException(
                    "a relationship starts or ends at '" + Text.quote(id) + "', which is no node of the projection");
        }
        return node;
    }

    /** The form an id is stored in. An index refuses very long texts, and one hostile name must not stop a publish. */
    static String indexable(String id) {
        // No character takes more than three bytes, or a pair of them four.
        if (id.length() * 3 <= INDEXED_BYTES || id.getBytes(StandardCharsets.UTF_8).length <= INDEXED_BYTES) {
            return id;
        }
        return "sha256:" + Hashing.sha256().hashString(id, StandardCharsets.UTF_8);
    }

    /** Notes that a node was created. */
    void created(String indexableId, long number) {
        Objects.requireNonNull(nodes.get(indexableId)).created(number);
    }

    Element node(ProjectedNode node) {
        return end(node.id());
    }

    Element start(ProjectedRelationship relationship) {
        return end(relationship.from());
    }

    Element end(ProjectedRelationship relationship) {
        return end(relationship.to());
    }

    Element relationship(ProjectedRelationship relationship) {
        return Objects.requireNonNull(relationships.get(position(relationship)));
    }

    /** The nodes to be removed, by their id. */
    Stream<Map.Entry<String, Element>> unwantedNodes() {
        return nodes.entrySet().stream().filter(entry -> !entry.getValue().isWanted());
    }

    /** The relationships to be removed. */
    Stream<Element> unwantedRelationships() {
        return Stream.concat(relationships.values().stream().filter(element -> !element.isWanted()), surplus.stream());
    }

    /** How many elements must be written or removed. */
    long changes() {
        return Stream.of(nodes.values(), relationships.values())
                        .flatMap(Collection::stream)
                        .filter(element -> !element.isAsWanted())
                        .count()
                + surplus.size();
    }

    long wantedNodes() {
        return wantedNodes;
    }

    long wantedRelationships() {
        return wantedRelationships;
    }

    /** Every name a published property has or ever had. Properties of other names are an analyst's. */
    Set<String> propertyNames() {
        return propertyNames;
    }

    /** Adds to new properties of an element a null for each it has now, has not any more, and that is ours. */
    void withdraw(List<String> present, Map<String, @Nullable Object> properties) {
        present.stream().filter(propertyNames::contains).forEach(name -> properties.putIfAbsent(name, null));
    }
}
