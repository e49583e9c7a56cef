package dev.throughline.attack;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.throughline.attack.search.BestPaths;
import dev.throughline.attack.search.Effort;
import dev.throughline.model.AssetKey;
import java.util.BitSet;
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
    private final BestPaths paths;

    private PathFinder(AttackGraph graph, BestPaths paths) {
        this.graph = graph;
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
        return new PathFinder(graph, BestPaths.from(graph.arrays(), graph.numbers(entries), Effort.unlimited()));
    }

    /**
     * Searches backward from some targets.
     *
     * @param graph the steps
     * @param targets keys of the assets that attackers want
     * @return from where they can be reached, and how
     */
    public static PathFinder to(AttackGraph graph, Collection<AssetKey> targets) {
        return new PathFinder(graph, BestPaths.to(graph.arrays(), graph.numbers(targets), Effort.unlimited()));
    }

    /** What is left after some steps are gone: as if it were searched without them. */
    PathFinder without(BitSet steps) {
        return new PathFinder(graph, paths.without(steps));
    }

    /**
     * The probability of the most likely way to or from an asset: the product of the probabilities of its steps.
     *
     * @param asset key of an asset
     * @return 0 if there is no way, 1 if it is an entry or a target itself
     */
    public double probability(AssetKey asset) {
        int number = graph.number(asset);
        return number < 0 || !paths.reaches(number) ? 0 : graph.probability(paths.path(number));
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
        return path.length == 0 ? Optional.empty() : Optional.of(graph.steps(path));
    }
}
