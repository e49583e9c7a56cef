package dev.throughline.graph;

import dev.throughline.explore.Certainty;
import dev.throughline.explore.Condition.Connected;
import dev.throughline.explore.Sentence;
import dev.throughline.model.AssetKind;
import java.util.Set;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Relationship;

/** Nodes and patterns of a statement, and what their conditions ask of them. Gives each node a variable. For one thread. */
final class ConditionQuery {
    private final QueryParameters parameters;
    private int variables;

    ConditionQuery(QueryParameters parameters) {
        this.parameters = parameters;
    }

    QueryParameters parameters() {
        return parameters;
    }

    /** A node of the kinds of a sentence; if there are several, its condition tells which. */
    Node node(Sentence sentence) {
        Set<AssetKind> kinds = sentence.kinds();
        Node node =
                kinds.size() == 1 ? Cypher.node("Asset", kinds.iterator().next().label()) : Cypher.node("Asset");
        return node.named(variable());
    }

    /** Any node with a label. */
    Node node(String label) {
        return Cypher.node(label).named(variable());
    }

    private String variable() {
        return "n" + variables++;
    }

    /** One node that is there already, and another that it is connected to. */
    Relationship pattern(Node node, Connected link, Node other) {
        return pattern(node, link, other, 1, link.connection().hops());
    }

    private static Relationship pattern(Node node, Connected link, Node other, int least, int most) {
        Node known = known(node);
        String[] types = link.connection().types().stream().sorted().toArray(String[]::new);
        Relationship pattern =
                link.outgoing() ? known.relationshipTo(other, types) : known.relationshipFrom(other, types);
        return least == 1 && most == 1 ? pattern : pattern.length(least, most);
    }

    /** A node that a pattern before this has described. */
    static Node known(Node node) {
        return Cypher.anyNode(node.getRequiredSymbolicName());
    }

    /** That a node is what a sentence finds, but for what it gives a column: the statement joins that. */
    Condition fits(Node node, Sentence sentence, Certainty certainty) {
        return sentence.conditions().stream()
                .filter(condition ->
                        !(condition instanceof Connected link && link.other().name() != null))
                .map(condition -> condition.accept(new CertainCondition(this, node, certainty)))
                .reduce(isOfKind(node, sentence), Condition::and);
    }

    private Condition isOfKind(Node node, Sentence sentence) {
        Condition published = isPublished(node);
        int kinds = sentence.kinds().size();
        return kinds == 1 || kinds == AssetKind.values().length
                ? published
                : published.and(sentence.kinds().stream()
                        .map(kind -> node.hasLabels(kind.label()))
                        .reduce(Condition::or)
                        .orElseThrow());
    }

    /** That a node belongs to what was published for the tenant. */
    Condition isPublished(Node node) {
        return node.property("tenant").isEqualTo(parameters.tenant());
    }

    /** That a node is connected to one that fits. */
    Condition isConnected(Node node, Connected link, Certainty certainty) {
        Node other = node(link.other());
        Condition fits = fits(other, link.other(), certainty);
        return link.connection().hops() == 1
                ? exists(pattern(node, link, other), fits)
                : existsFar(pattern(node, link, other), other, fits);
    }

    /**
     * That a node, or one on the way that is left from it, may have connections that nobody told: no source described it, or
     * one that was not read completely.
     */
    Condition mayLeadOn(Node node, Connected link) {
        int hops = link.connection().hops();
        if (hops == 1) {
            return isSilent(node);
        }
        Node other = node("Asset");
        return existsFar(pattern(node, link, other, 0, hops - 1), other, isSilent(other));
    }

    Condition isSilent(Node node) {
        return Cypher.size(node.property("scopes"))
                .isEqualTo(Cypher.literalOf(0))
                .or(Cypher.any("scope")
                        .in(node.property("scopes"))
                        .where(Cypher.name("scope").in(parameters.incomplete())));
    }

    /** That there is a relationship at whose end a condition holds. */
    static Condition exists(Relationship pattern, Condition condition) {
        return Cypher.exists(Cypher.match(pattern)
                .where(condition)
                .returning(Cypher.literalTrue())
                .build());
    }

    /** The same over several relationships in a row: each end is looked at once, however many ways lead there. */
    private static Condition existsFar(Relationship pattern, Node end, Condition condition) {
        return Cypher.exists(Cypher.match(pattern)
                .withDistinct(end)
                .where(condition)
                .returning(Cypher.literalTrue())
                .build());
    }
}
