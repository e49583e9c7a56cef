package dev.throughline.attack;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.throughline.attack.search.BestPaths;
import dev.throughline.attack.search.Effort;
import dev.throughline.model.AssetKey;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Finds the most likely way between some assets and every other, in {@linkplain BestPaths one pass} over the graph. Of equally
 * likely ways it takes one of the fewest steps, and of those always the same. Immutable once made, and safe to share between
 * threads.
 */
@CheckReturnValue
public final class PathFinder {
    private final AttackGraph graph;
    private final AttackOverlay steps;
    private final BestPaths paths;

    private PathFinder(AttackOverlay steps, BestPaths paths) {
        this.graph = steps.graph();
        this.steps = steps;
        this.paths = paths;
    }

    /**
     * Searches forward from some entries.
     *
     * @param graph the steps
     * @param entries keys of the assets that attackers hold to begin with
     * @return what can be reached from them, and how
     */
    public static PathFinder from(AttackGraph graph, Collection<AssetKey> entries) {
        return new PathFinder(
                AttackOverlay.of(graph), BestPaths.from(graph.arrays(), graph.numbers(entries), Effort.unlimited()));
    }

    /**
     * Searches backward from some targets.
     *
     * @param graph the steps
     * @param targets keys of the assets that attackers want
     * @return from where they can be reached, and how
     */
    public static PathFinder to(AttackGraph graph, Collection<AssetKey> targets) {
        return new PathFinder(
                AttackOverlay.of(graph), BestPaths.to(graph.arrays(), graph.numbers(targets), Effort.unlimited()));
    }

    /** What is left after some fixes: as if it were searched then. */
    PathFinder after(AttackOverlay overlay) {
        return new PathFinder(overlay, paths.after(overlay.changes()));
    }

    /**
     * The probability of the most likely way to or from an asset: the product of the probabilities of its steps.
     *
     * @param asset key of an asset
     * @return 0 if there is no way, 1 if it is an entry or a target itself
     */
    public double probability(AssetKey asset) {
        int number = graph.number(asset);
        if (number < 0 || !paths.reaches(number)) {
            return 0;
        }
        double probability = 1;
        for (int step : paths.path(number)) {
            probability *= steps.step(step).probability();
        }
        return probability;
    }

    /**
     * The most likely way to or from an asset.
     *
     * @param asset key of an asset
     * @return its steps in order; empty if there is no way, or if it is an entry or a target itself
     */
    public Optional<List<AttackStep>> path(AssetKey asset) {
        int number = graph.number(asset);
        int[] path = number < 0 ? new int[0] : paths.path(number);
        return path.length == 0
                ? Optional.empty()
                : Optional.of(Arrays.stream(path).mapToObj(steps::step).toList());
    }
}
