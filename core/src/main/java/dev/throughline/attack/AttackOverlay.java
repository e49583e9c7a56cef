package dev.throughline.attack;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.throughline.model.AssetKey;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The attack graph as it would be after some fixes: the graph as it is, and beside it the steps that are gone. Immutable and
 * safe to share between threads.
 */
@CheckReturnValue
public final class AttackOverlay {
    private final AttackGraph graph;
    private final BitSet gone;

    private AttackOverlay(AttackGraph graph, BitSet gone) {
        this.graph = graph;
        this.gone = gone;
    }

    /**
     * The graph as it is.
     *
     * @param graph the steps
     * @return an overlay under which nothing is gone
     */
    public static AttackOverlay of(AttackGraph graph) {
        return new AttackOverlay(graph, new BitSet());
    }

    /**
     * The graph after some fixes. Looks at every step once for each fix.
     *
     * @param graph the steps
     * @param fixes what is done
     * @param proofs tells, for the key of a finding, the assets that evidence names where it rests on the finding
     * @return the overlay; the order of the fixes does not matter
     * @throws IllegalArgumentException if a fix names a step, an edge at an asset, or a remedy that is not there
     */
    public static AttackOverlay of(AttackGraph graph, Collection<Fix> fixes, Function<AssetKey, Set<AssetKey>> proofs) {
        FixedSteps fixed = new FixedSteps(proofs);
        BitSet gone = new BitSet();
        for (Fix fix : fixes) {
            BitSet byThis = matching(graph, fixed.of(fix));
            boolean namesSteps = fix instanceof Fix.StopEdge || fix instanceof Fix.StopStep || fix instanceof Fix.Apply;
            if (byThis.isEmpty() && namesSteps) {
                throw new IllegalArgumentException("no attack step goes by " + fix);
            }
            gone.or(byThis);
        }
        return new AttackOverlay(graph, gone);
    }

    private static BitSet matching(AttackGraph graph, Predicate<AttackStep> condition) {
        BitSet matching = new BitSet();
        for (int step = 0; step < graph.stepCount(); step++) {
            if (condition.test(graph.step(step))) {
                matching.set(step);
            }
        }
        return matching;
    }

    /**
     * The steps that are gone.
     *
     * @return the steps, in the order of {@link AttackGraph#steps()}
     */
    public List<AttackStep> gone() {
        return gone.stream().mapToObj(graph::step).toList();
    }

    /**
     * The steps that are left.
     *
     * @return the steps, in the order of {@link AttackGraph#steps()}
     */
    public List<AttackStep> steps() {
        return IntStream.range(0, graph.stepCount())
                .filter(step -> !gone.get(step))
                .mapToObj(graph::step)
                .toList();
    }

    /**
     * Whether a step is left that starts at an asset.
     *
     * @param asset key of an asset
     * @return whether there is one
     */
    public boolean leadsOn(AssetKey asset) {
        int number = graph.number(asset);
        return number >= 0 && gone.nextClearBit(graph.firstStep(number)) < graph.firstStep(number + 1);
    }

    /** The numbers of the steps that are gone. */
    BitSet numbers() {
        return (BitSet) gone.clone();
    }
}
