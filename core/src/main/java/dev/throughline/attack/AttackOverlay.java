package dev.throughline.attack;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.throughline.attack.search.WeakenedSteps;
import dev.throughline.model.AssetKey;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The attack graph as it would be after some fixes: the graph as it is, and beside it the steps that are gone and those that are
 * less likely. Immutable and safe to share between threads.
 */
@CheckReturnValue
public final class AttackOverlay {
    private final AttackGraph graph;
    private final BitSet gone = new BitSet();
    private final Map<Integer, AttackStep> weakened = new TreeMap<>();

    private AttackOverlay(AttackGraph graph) {
        this.graph = graph;
    }

    /**
     * The graph as it is.
     *
     * @param graph the steps
     * @return an overlay under which nothing is gone
     */
    public static AttackOverlay of(AttackGraph graph) {
        return new AttackOverlay(graph);
    }

    /**
     * The graph after some fixes. Looks at every step once for all fixes, and for each fix that names steps until it finds one.
     *
     * @param graph the steps
     * @param fixes what is done
     * @param mended keys of the weaknesses that are mended by it
     * @return the overlay; the order of the fixes does not matter
     * @throws IllegalArgumentException if a fix names a step, an edge at an asset, or a remedy that is not there
     */
    public static AttackOverlay of(AttackGraph graph, Collection<Fix> fixes, Set<AssetKey> mended) {
        for (Fix fix : fixes) {
            if (fix.namesSteps() && !touchesAny(graph, new FixedSteps(fix.meant(graph.steps()), mended))) {
                throw new IllegalArgumentException("no attack step goes by " + fix);
            }
        }
        AttackOverlay overlay = new AttackOverlay(graph);
        List<Fix> meant =
                fixes.stream().flatMap(fix -> fix.meant(graph.steps()).stream()).toList();
        overlay.apply(new FixedSteps(meant, mended));
        return overlay;
    }

    private static boolean touchesAny(AttackGraph graph, FixedSteps fixed) {
        return graph.steps().stream().anyMatch(fixed::touch);
    }

    private void apply(FixedSteps fixed) {
        for (int number = 0; number < graph.stepCount(); number++) {
            AttackStep step = graph.step(number);
            if (fixed.touch(step)) {
                Optional<AttackStep> left = fixed.left(step);
                gone.set(number, left.isEmpty());
                if (left.isPresent()) {
                    weakened.put(number, left.get());
                }
            }
        }
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
     * The steps that have lost some of their alternatives, as they are then: less likely, or easier to break.
     *
     * @return the steps, in the order of {@link AttackGraph#steps()}
     */
    public List<AttackStep> weakened() {
        return List.copyOf(weakened.values());
    }

    /**
     * The steps that are left.
     *
     * @return the steps, in the order of {@link AttackGraph#steps()}
     */
    public List<AttackStep> steps() {
        return IntStream.range(0, graph.stepCount())
                .filter(step -> !gone.get(step))
                .mapToObj(this::step)
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

    /** The steps that are gone or weakened, as they are in the graph. */
    Stream<AttackStep> touched() {
        return Stream.concat(gone.stream().boxed(), weakened.keySet().stream()).map(graph::step);
    }

    AttackStep step(int step) {
        return weakened.getOrDefault(step, graph.step(step));
    }

    /** What becomes of the packed graph. */
    WeakenedSteps changes() {
        Map<Integer, Double> probabilities = new HashMap<>();
        weakened.forEach((step, left) -> probabilities.put(step, left.probability()));
        return WeakenedSteps.of(graph.arrays(), gone, probabilities);
    }

    AttackGraph graph() {
        return graph;
    }
}
