package dev.throughline.attack;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ListMultimap;
import com.google.common.primitives.Ints;
import dev.throughline.model.AssetKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** Finds choke points: assets by dominators, one tree for each entry; remedies by what is lost without their steps. */
final class ChokePointSearch {
    private static final int SEVERAL = 2;
    private static final Comparator<ChokePoint> MOST_PAIRS_FIRST = Comparator.comparingInt(ChokePoint::pairs)
            .thenComparingInt(ChokePoint::targets)
            .reversed()
            .thenComparing(ChokePoint::asset);
    private static final Comparator<Remedy> MOST_EFFECTIVE_FIRST =
            Comparator.comparingInt(Remedy::pairs).reversed().thenComparing(Remedy::text);

    private final AttackGraph attacks;
    private final FlowGraph flow;
    private final int[] pairsThrough;
    private final int[] targetsBehind;
    private final List<SpanningTree> trees = new ArrayList<>();
    private int pairs;

    ChokePointSearch(AttackGraph attacks, Collection<AssetKey> entries, Collection<AssetKey> targets) {
        this.attacks = attacks;
        flow = new FlowGraph(attacks.arrays(), numbers(entries), numbers(targets));
        pairsThrough = new int[flow.size()];
        targetsBehind = new int[flow.size()];
    }

    private BitSet numbers(Collection<AssetKey> assets) {
        BitSet numbers = new BitSet();
        assets.stream().mapToInt(attacks::number).filter(n -> n >= 0).forEach(numbers::set);
        return numbers;
    }

    ChokePoints run(ToIntFunction<AssetKey> cost) {
        for (int entry : flow.entries()) {
            Dominators dominators = new Dominators(flow, entry);
            dominators.countTargets(pairsThrough);
            pairs += dominators.targets();
            trees.add(new SpanningTree(flow, entry));
        }
        new Dominators(flow, flow.source()).countTargets(targetsBehind);
        BitSet cut = VertexCut.of(flow, costs(cost));
        Map<String, Remedy> remedies = remedies();
        List<ChokePoint> points = between()
                .filter(vertex -> pairsThrough[vertex] >= SEVERAL || cut.get(vertex))
                .mapToObj(vertex -> point(vertex, cut.get(vertex), remedies))
                .sorted(MOST_PAIRS_FIRST)
                .toList();
        return new ChokePoints(
                pairs,
                points,
                remedies.values().stream().sorted(MOST_EFFECTIVE_FIRST).toList(),
                cut.stream().mapToObj(this::key).toList());
    }

    /** All but the entries. */
    private IntStream between() {
        return IntStream.range(0, flow.source()).filter(vertex -> Arrays.binarySearch(flow.entries(), vertex) < 0);
    }

    private AssetKey key(int vertex) {
        return attacks.key(flow.asset(vertex));
    }

    /** An entry or a target costs more than everything else together. */
    private long[] costs(ToIntFunction<AssetKey> cost) {
        long[] costs = new long[flow.size()];
        between().filter(vertex -> !flow.targets().get(vertex)).forEach(vertex -> costs[vertex] = cost(vertex, cost));
        long all = Arrays.stream(costs).sum();
        for (int vertex = 0; vertex < costs.length; vertex++) {
            costs[vertex] = costs[vertex] == 0 ? all + 1 : costs[vertex];
        }
        return costs;
    }

    private int cost(int vertex, ToIntFunction<AssetKey> cost) {
        int value = cost.applyAsInt(key(vertex));
        if (value < 1 || value > ChokePoints.MOST_COST) {
            throw new IllegalArgumentException(
                    key(vertex) + " costs " + value + ", which is not from 1 to " + ChokePoints.MOST_COST);
        }
        return value;
    }

    private Map<String, Remedy> remedies() {
        ImmutableListMultimap.Builder<String, Integer> edges = ImmutableListMultimap.builder();
        for (int edge = 0; edge < flow.edgeCount(); edge++) {
            for (String remedy : remedies(edge)) {
                edges.put(remedy, edge);
            }
        }
        ListMultimap<String, Integer> byRemedy = edges.build();
        Map<String, Remedy> remedies = new HashMap<>();
        for (String text : byRemedy.keySet()) {
            int[] gone = Ints.toArray(byRemedy.get(text));
            int separated = trees.stream()
                    .mapToInt(tree -> tree.targetsLostWithout(gone))
                    .sum();
            if (separated > 0) {
                remedies.put(text, new Remedy(text, separated, share(separated)));
            }
        }
        return remedies;
    }

    private List<String> remedies(int edge) {
        int step = flow.step(edge);
        return step == FlowGraph.NO_STEP ? List.of() : attacks.step(step).breaks();
    }

    private double share(int separated) {
        return (double) separated / pairs;
    }

    private ChokePoint point(int vertex, boolean inCut, Map<String, Remedy> remedies) {
        IntStream incoming =
                IntStream.range(flow.firstIn(vertex), flow.firstIn(vertex + 1)).map(flow::in);
        IntStream outgoing = IntStream.range(flow.firstOut(vertex), flow.firstOut(vertex + 1));
        List<Remedy> here = IntStream.concat(incoming, outgoing)
                .boxed()
                .flatMap(edge -> remedies(edge).stream())
                .distinct()
                .map(remedies::get)
                .filter(Objects::nonNull)
                .sorted(MOST_EFFECTIVE_FIRST)
                .toList();
        int connected = pairsThrough[vertex];
        return new ChokePoint(key(vertex), connected, share(connected), targetsBehind[vertex], inCut, here);
    }
}
