package dev.throughline.explore;

import dev.throughline.explore.Condition.AllOf;
import dev.throughline.explore.Condition.AnyOf;
import dev.throughline.explore.Condition.Connected;
import dev.throughline.explore.Condition.HasFactor;
import dev.throughline.explore.Condition.HasFinding;
import dev.throughline.explore.Condition.HasProperty;
import dev.throughline.explore.Condition.Not;
import dev.throughline.explore.Condition.Unknown;
import java.util.BitSet;
import java.util.List;

/**
 * Of some assets, those for which a condition holds surely, or possibly. What a connection leads to is looked for among what
 * the assets reach, all at once, and followed back from there: no asset is looked at for the sake of a single other one.
 */
final class Selection implements ConditionVisitor<BitSet> {
    private final AssessedGraph graph;
    private final BitSet assets;
    private final Certainty certainty;

    private Selection(AssessedGraph graph, BitSet assets, Certainty certainty) {
        this.graph = graph;
        this.assets = assets;
        this.certainty = certainty;
    }

    /** Of some assets, those that a sentence finds; a new set. */
    static BitSet of(AssessedGraph graph, Sentence sentence, BitSet assets, Certainty certainty) {
        return ofAll(graph, sentence.conditions(), graph.ofKinds(assets, sentence.kinds()), certainty);
    }

    private static BitSet ofAll(AssessedGraph graph, List<Condition> conditions, BitSet assets, Certainty certainty) {
        BitSet left = assets;
        for (Condition condition : conditions) {
            if (left.isEmpty()) {
                break;
            }
            left = condition.accept(new Selection(graph, left, certainty));
        }
        return left;
    }

    @Override
    public BitSet visit(HasFactor condition) {
        BitSet found = copy();
        graph.factors().retain(found, condition.factor(), certainty);
        return found;
    }

    @Override
    public BitSet visit(HasProperty condition) {
        return PropertyTest.select(graph.graph(), assets, condition, certainty);
    }

    @Override
    public BitSet visit(HasFinding condition) {
        Sentence vulnerability = condition.finding().vulnerability();
        BitSet found = graph.findings()
                .of(
                        condition.finding(),
                        certainty,
                        vulnerability == null ? null : of(graph, vulnerability, graph.all(), certainty));
        found.or(unheard());
        found.and(assets);
        return found;
    }

    @Override
    public BitSet visit(Connected condition) {
        BitSet others =
                of(graph, condition.other(), Reach.along(graph, condition).from(assets), certainty);
        BitSet found = Reach.back(graph, condition).from(others, unheard());
        found.and(assets);
        return found;
    }

    /** What cannot be known to have no more connections and findings than are seen. */
    private BitSet unheard() {
        return certainty == Certainty.POSSIBLE ? graph.silent() : new BitSet();
    }

    @Override
    public BitSet visit(Not condition) {
        BitSet found = copy();
        found.andNot(read(condition.condition(), certainty.opposite()));
        return found;
    }

    @Override
    public BitSet visit(AnyOf condition) {
        BitSet found = new BitSet();
        condition.conditions().forEach(part -> found.or(part.accept(this)));
        return found;
    }

    @Override
    public BitSet visit(AllOf condition) {
        return ofAll(graph, condition.conditions(), assets, certainty);
    }

    @Override
    public BitSet visit(Unknown condition) {
        BitSet found = (BitSet) read(condition.condition(), Certainty.POSSIBLE).clone();
        found.andNot(read(condition.condition(), Certainty.SURE));
        return found;
    }

    private BitSet read(Condition condition, Certainty reading) {
        return condition.accept(new Selection(graph, assets, reading));
    }

    private BitSet copy() {
        return (BitSet) assets.clone();
    }
}
