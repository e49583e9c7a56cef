package dev.throughline.attack;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.throughline.model.AssetKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * All attack steps, packed: assets numbered in the order of their keys, steps in compressed sparse rows by the asset they
 * start at, each with its cost {@code -ln p}, so that the most likely path is the shortest. Immutable and safe to share
 * between threads.
 */
@CheckReturnValue
public final class AttackGraph {
    private final AssetKey[] keys;
    private final Map<AssetKey, Integer> numbers = new HashMap<>();
    private final AttackStep[] steps;
    private final int[] offsets;
    private final int[] ends;
    private final double[] costs;

    private AttackGraph(Collection<AttackStep> derived) {
        TreeSet<AssetKey> assets = new TreeSet<>();
        derived.forEach(step -> {
            assets.add(step.from());
            assets.add(step.to());
        });
        keys = assets.toArray(AssetKey[]::new);
        for (int i = 0; i < keys.length; i++) {
            numbers.put(keys[i], i);
        }
        steps = ParallelSteps.joined(
                        derived.stream().filter(step -> !step.from().equals(step.to())))
                .stream()
                .sorted(Comparator.comparing(AttackStep::from)
                        .thenComparing(AttackStep::to)
                        .thenComparing(AttackStep::probability, Comparator.reverseOrder())
                        .thenComparing(AttackStep::edge))
                .toArray(AttackStep[]::new);
        offsets = new int[keys.length + 1];
        ends = new int[steps.length];
        costs = new double[steps.length];
        for (int i = 0; i < steps.length; i++) {
            offsets[number(steps[i].from()) + 1]++;
            ends[i] = number(steps[i].to());
            costs[i] = -Math.log(steps[i].probability());
        }
        for (int i = 0; i < keys.length; i++) {
            offsets[i + 1] += offsets[i];
        }
    }

    /**
     * Packs steps. The order in which they come does not matter.
     *
     * @param steps the steps
     * @return the graph
     */
    public static AttackGraph of(Collection<AttackStep> steps) {
        return new AttackGraph(steps);
    }

    /**
     * Derives the steps of some edges and packs them.
     *
     * @param situation what may be looked at
     * @param edges the edges
     * @return the graph
     */
    public static AttackGraph of(AttackSituation situation, List<? extends AttackEdge> edges) {
        List<AttackStep> steps = new ArrayList<>();
        edges.forEach(edge -> edge.derive(situation, steps::add));
        return new AttackGraph(steps);
    }

    /**
     * All steps, ordered by start, end and falling probability.
     *
     * @return an immutable list
     */
    public List<AttackStep> steps() {
        return List.of(steps);
    }

    /**
     * The steps that start at an asset.
     *
     * @param from key of an asset
     * @return the steps, ordered by end and falling probability
     */
    public List<AttackStep> stepsFrom(AssetKey from) {
        int number = number(from);
        return number < 0 ? List.of() : List.of(Arrays.copyOfRange(steps, offsets[number], offsets[number + 1]));
    }

    /** The number of assets that any step starts or ends at. */
    int size() {
        return keys.length;
    }

    /** The number of an asset, or -1. */
    int number(AssetKey key) {
        return numbers.getOrDefault(key, -1);
    }

    AssetKey key(int number) {
        return keys[number];
    }

    int firstStep(int number) {
        return offsets[number];
    }

    int end(int step) {
        return ends[step];
    }

    double cost(int step) {
        return costs[step];
    }

    AttackStep step(int step) {
        return steps[step];
    }
}
