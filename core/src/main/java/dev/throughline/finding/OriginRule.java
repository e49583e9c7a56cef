package dev.throughline.finding;

import dev.throughline.mapping.Mapping;
import dev.throughline.model.RiskGraph;
import java.util.List;
import java.util.function.Consumer;

/** Finds one kind of unexpected origin. Stateless; takes time linear in the graph. */
@FunctionalInterface
interface OriginRule {
    /** Finds it everywhere, in any order, each place at most once. */
    void find(RiskGraph graph, Mapping mapping, Consumer<UnexpectedOrigin> found);

    /** All of them. */
    static List<OriginRule> all() {
        return List.of(
                new ContradictingEvidence(),
                new UnknownBuild(),
                new BuiltFromFork(),
                new BuiltFromUnprotectedBranch(),
                new ReusedName(),
                new RebuiltTag(),
                new TagDrift());
    }
}
