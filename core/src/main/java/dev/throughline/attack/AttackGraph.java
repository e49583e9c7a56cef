package dev.throughline.attack;

import static java.util.stream.Collectors.toCollection;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.throughline.attack.search.PackedGraph;
import dev.throughline.attack.search.Reachable;
import dev.throughline.model.AssetKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All attack steps: assets numbered in the order of their keys, and the steps between them {@linkplain PackedGraph packed},
 * so searches touch primitive arrays only. The steps themselves, with their evidence, are kept beside. Immutable and
 * safe to share between threads.
 */
@CheckReturnValue
public final class AttackGraph {
    private final AssetKey[] keys;
    private final Map<AssetKey, Integer> numbers;
    private final AttackStep[] steps;
    private final PackedGraph packed;

    private AttackGraph(Collection<AttackStep> derived) {
        Set<AssetKey> assets = new HashSet<>();
        derived.forEach(step -> {
            assets.add(step.from());
            assets.add(step.to());
        });
        keys = assets.toArray(AssetKey[]::new);
        Arrays.sort(keys);
        numbers = new HashMap<>(keys.length * 2);
        for (int i = 0; i < keys.length; i++) {
            numbers.put(keys[i], i);
        }
        steps = ParallelSteps.joined(derived);
        packed = packed();
    }

    private PackedGraph packed() {
        int[] from = new int[steps.length];
        int[] to = new int[steps.length];
        float[] probabilities = new float[steps.length];
        for (int i = 0; i < steps.length; i++) {
            from[i] = number(steps[i].from());
            to[i] = number(steps[i].to());
            probabilities[i] = (float) Math.max(steps[i].probability(), Float.MIN_NORMAL);
        }
        return PackedGraph.of(keys.length, from, to, probabilities);
    }

    /**
     * Packs steps. The order in which they come does not matter; those that lead from an asset to itself are left out.
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
     * @return an immutable view
     */
    public List<AttackStep> steps() {
        return Collections.unmodifiableList(Arrays.asList(steps));
    }

    /**
     * All assets that any step starts or ends at.
     *
     * @return their keys, in order; an immutable view
     */
    public List<AssetKey> assets() {
        return Collections.unmodifiableList(Arrays.asList(keys));
    }

    /**
     * The steps that start at an asset.
     *
     * @param from key of an asset
     * @return the steps, ordered by end and falling probability
     */
    public List<AttackStep> stepsFrom(AssetKey from) {
        int number = number(from);
        return number < 0 ? List.of() : List.of(Arrays.copyOfRange(steps, firstStep(number), firstStep(number + 1)));
    }

    /**
     * All that somebody can get who holds some assets. Takes time linear in the number of steps, and mostly far less.
     *
     * @param held keys of assets
     * @return keys of the assets, with those that are held as far as any step starts or ends there; ordered
     */
    public Set<AssetKey> reachableFrom(Collection<AssetKey> held) {
        return Reachable.from(packed, numbers(held), Integer.MAX_VALUE).nodes().stream()
                .mapToObj(this::key)
                .collect(toCollection(LinkedHashSet::new));
    }

    /** The steps between numbered assets, numbered as here. */
    PackedGraph arrays() {
        return packed;
    }

    /** The number of assets that any step starts or ends at. */
    int size() {
        return keys.length;
    }

    int stepCount() {
        return steps.length;
    }

    /** The number of an asset, or -1. */
    int number(AssetKey key) {
        return numbers.getOrDefault(key, -1);
    }

    AssetKey key(int number) {
        return keys[number];
    }

    /** The numbers of those assets that any step starts or ends at, in the order of the keys. */
    int[] numbers(Collection<AssetKey> some) {
        return some.stream()
                .distinct()
                .mapToInt(this::number)
                .filter(number -> number >= 0)
                .sorted()
                .toArray();
    }

    AttackStep step(int step) {
        return steps[step];
    }

    List<AttackStep> steps(int[] path) {
        return Arrays.stream(path).mapToObj(this::step).toList();
    }

    /** The first step of an asset; its row ends where that of the next number begins. */
    int firstStep(int asset) {
        return packed.firstStep(asset);
    }

    int start(int step) {
        return packed.start(step);
    }

    int end(int step) {
        return packed.end(step);
    }

    /** The cost {@code -ln p} of a step. */
    double cost(int step) {
        return packed.cost(step);
    }

    /** The first place of an asset in the reverse rows; its row ends where that of the next number begins. */
    int firstInto(int asset) {
        return packed.firstInto(asset);
    }

    /** The step at a place in the reverse rows. */
    int into(int place) {
        return packed.into(place);
    }
}
