package dev.throughline.graph;

import dev.throughline.graph.Changes.PublishedRelationship;
import dev.throughline.store.Projection.ProjectedRelationship;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.QueryRunner;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;

/** Writes batches of relationships. */
final class RelationshipWriter {
    private static final String INSPECT = Cypher.statement("relationships-inspect");
    private static final String UPDATE = ProjectionNames.ofAnyType(Cypher.statement("relationships-update"));
    private static final String DELETE = ProjectionNames.ofAnyType(Cypher.statement("relationships-delete"));

    private final Statements statements;
    private final Naming naming;
    private final NodeNumbers numbers;

    RelationshipWriter(Statements statements, Naming naming, NodeNumbers numbers) {
        this.statements = statements;
        this.naming = naming;
        this.numbers = numbers;
    }

    /** Whether it is written without properties: measured, transactions of such and of others apart take the server less. */
    static boolean isBare(ProjectedRelationship relationship) {
        return relationship.discriminator().isEmpty()
                && relationship.properties().isEmpty();
    }

    /**
     * By the numbers of their ends, in the order of the starts: several times as fast as looking the ends up by id. Most have
     * no properties, and setting none takes time too.
     */
    void create(QueryRunner tx, List<ProjectedRelationship> relationships) {
        Map<String, RelationshipRows> forms = new HashMap<>();
        for (ProjectedRelationship relationship : relationships) {
            String type = relationship.type();
            ProjectionNames.checkType(type);
            long start = numbers.of(relationship.from());
            long end = numbers.of(relationship.to());
            if (isBare(relationship)) {
                forms.computeIfAbsent(naming.createRelationships(type), s -> new RelationshipRows())
                        .add(start, type, Values.value(end));
            } else {
                forms.computeIfAbsent(naming.createRelationshipsWithProperties(type), s -> new RelationshipRows())
                        .add(start, type, Values.value(Values.value(end), Values.value(properties(relationship))));
            }
        }
        forms.forEach((statement, form) -> statements.runMatching(tx, statement, form.rows(), form.size()));
    }

    /** Looks first: properties that are not ours stay. */
    void update(QueryRunner tx, List<PublishedRelationship> relationships) {
        List<Long> rows =
                relationships.stream().map(PublishedRelationship::number).toList();
        Map<Long, List<String>> names = new HashMap<>();
        statements
                .run(tx, INSPECT, rows)
                .forEach(row ->
                        names.put(row.get("number").asLong(), row.get("names").asList(Value::asString)));
        Map<String, Object> byNumber = new HashMap<>();
        for (PublishedRelationship relationship : relationships) {
            Map<String, @Nullable Object> properties = properties(relationship.wanted());
            PropertyValues.withdraw(names.getOrDefault(relationship.number(), List.of()), properties);
            byNumber.put(String.valueOf(relationship.number()), properties);
        }
        statements.runMatching(tx, UPDATE, rows, rows.size(), byNumber);
    }

    /** Most relationships have none, and then not even a fingerprint. */
    private static Map<String, @Nullable Object> properties(ProjectedRelationship relationship) {
        Map<String, Object> given = relationship.properties();
        Map<String, @Nullable Object> properties = PropertyValues.parameters(given);
        if (!given.isEmpty()) {
            properties.put("fingerprint", PropertyValues.fingerprint(List.of(), given));
        }
        if (!relationship.discriminator().isEmpty()) {
            properties.put("discriminator", PropertyValues.discriminator(relationship));
        }
        return properties;
    }

    void delete(QueryRunner tx, List<Long> relationships) {
        statements.run(tx, DELETE, relationships);
    }
}
