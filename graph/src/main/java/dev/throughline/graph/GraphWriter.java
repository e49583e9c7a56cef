package dev.throughline.graph;

/** Writes changes. Relationships go first and come last, so that their ends are there. */
final class GraphWriter {
    private final Changes changes;
    private final NodeWriter nodes;
    private final RelationshipWriter relationships;

    GraphWriter(Changes changes, String tenant, Naming naming) {
        this.changes = changes;
        Statements statements = new Statements(tenant);
        this.nodes = new NodeWriter(statements, naming, changes.numbers());
        this.relationships = new RelationshipWriter(statements, naming, changes.numbers());
    }

    void write(Writing writing) {
        writing.inOrder(changes.goneRelationships(), relationships::delete);
        writing.inOrder(changes.goneNodes(), nodes::delete);
        writing.sideBySide(changes.newNodes(), node -> true, nodes::create);
        writing.inOrder(changes.changedNodes(), nodes::update);
        writing.sideBySide(changes.newRelationships(), RelationshipWriter::isBare, relationships::create);
        writing.inOrder(changes.changedRelationships(), relationships::update);
    }
}
