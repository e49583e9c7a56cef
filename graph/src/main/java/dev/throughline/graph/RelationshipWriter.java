package dev.throughline.graph;

import dev.throughline.store.Projection;
import dev.throughline.store.Projection.ProjectedRelationship;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.QueryRunner;
import org.neo4j.driver.Value;

/** Brings the relationships of the published graph to a projection. */
final class RelationshipWriter {
    private static final String CREATE = Cypher.statement("relationships-create");
    private static final String INSPECT = Cypher.statement("relationships-inspect");
    private static final String UPDATE = Cypher.statement("relationships-update");
    private static final String DELETE = Cypher.statement("relationships-delete");

    private final PublishedGraph graph;
    private final Writing writing;

    RelationshipWriter(PublishedGraph graph, Writing writing) {
        this.graph = graph;
        this.writing = writing;
    }

    void delete() {
        Batches<Long> deleted = new Batches<>(writing, writing::run);
        graph.unwantedRelationships().forEach(element -> deleted.add(DELETE, element.number()));
        deleted.finish();
    }

    /** Creates without looking what is known to be new, and changes what is outdated. */
    void write(Projection projection) {
        Batches<ProjectedRelationship> created = new Batches<>(writing, this::create);
        Batches<ProjectedRelationship> updated = new Batches<>(writing, this::update);
        for (ProjectedRelationship relationship : projection.relationships()) {
            Element element = graph.relationship(relationship);
            if (!element.isPublished()) {
                created.add(CREATE.replace("/*type*/", relationship.type()), relationship);
            } else if (element.isOutdated()) {
                updated.add(INSPECT, relationship);
            }
        }
        created.finish();
        updated.finish();
    }

    /** Both ends by their numbers, in the order of the starts: three times as fast as looking the ends up as they come. */
    private void create(QueryRunner tx, String statement, List<ProjectedRelationship> relationships) {
        List<List<Object>> rows = relationships.stream()
                .sorted(Comparator.comparingLong(r -> graph.start(r).number()))
                .map(this::row)
                .toList();
        writing.runMatching(tx, statement, rows, Map.of());
    }

    private List<Object> row(ProjectedRelationship relationship) {
        return List.of(
                graph.start(relationship).number(), graph.end(relationship).number(), properties(relationship));
    }

    /** Looks first: properties that are not ours stay. */
    private void update(QueryRunner tx, String inspect, List<ProjectedRelationship> relationships) {
        List<Long> numbers =
                relationships.stream().map(r -> graph.relationship(r).number()).toList();
        Map<Long, List<String>> names = new HashMap<>();
        writing.run(tx, inspect, numbers)
                .forEach(row -> names.put(
                        row.get("relationship").asLong(), row.get("names").asList(Value::asString)));
        Map<String, Map<String, Object>> byNumber = new HashMap<>();
        for (ProjectedRelationship relationship : relationships) {
            long number = graph.relationship(relationship).number();
            Map<String, Object> properties = properties(relationship);
            graph.withdraw(names.getOrDefault(number, List.of()), properties);
            byNumber.put(String.valueOf(number), properties);
        }
        writing.runMatching(tx, UPDATE, numbers, byNumber);
    }

    private Map<String, Object> properties(ProjectedRelationship relationship) {
        Map<String, Object> properties = PropertyValues.parameters(relationship.properties());
        properties.put("fingerprint", graph.relationship(relationship).wanted());
        if (!relationship.discriminator().isEmpty()) {
            properties.put("discriminator", relationship.discriminator());
        }
        return properties;
    }
}
