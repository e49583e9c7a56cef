package dev.throughline.attack;

import dev.throughline.attack.search.PackedGraph;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** A small random graph with entries and targets, and what is asked of it answered by trying. */
record SmallGraph(int size, List<Arc> arcs, BitSet entries, BitSet targets) {
    /** A step; they are numbered in the order of their starts. */
    record Arc(int from, int to) {}

    static SmallGraph of(int seed) {
        Random random = new Random(seed);
        int size = 2 + random.nextInt(9);
        List<Arc> arcs = Stream.generate(() -> new Arc(random.nextInt(size), random.nextInt(size)))
                .limit(random.nextInt(size * 3))
                .sorted(Comparator.comparingInt(Arc::from))
                .toList();
        BitSet entries = some(random, size, 1 + random.nextInt(2));
        return new SmallGraph(size, arcs, entries, some(random, size, 1 + random.nextInt(3)));
    }

    private static BitSet some(Random random, int size, int count) {
        BitSet some = new BitSet();
        random.ints(count, 0, size).forEach(some::set);
        return some;
    }

    PackedGraph packed() {
        float[] probabilities = new float[arcs.size()];
        Arrays.fill(probabilities, 0.5f);
        return PackedGraph.of(
                size,
                arcs.stream().mapToInt(Arc::from).toArray(),
                arcs.stream().mapToInt(Arc::to).toArray(),
                probabilities);
    }

    FlowGraph flow() {
        return new FlowGraph(packed(), entries, targets);
    }

    /** What can be reached, itself included, without some nodes and some steps. */
    BitSet reached(int start, BitSet withoutNodes, BitSet withoutSteps) {
        BitSet seen = new BitSet();
        Deque<Integer> open = new ArrayDeque<>();
        if (!withoutNodes.get(start)) {
            open.push(start);
            seen.set(start);
        }
        while (!open.isEmpty()) {
            int at = open.pop();
            for (int step = 0; step < arcs.size(); step++) {
                int to = arcs.get(step).to();
                if (arcs.get(step).from() == at && !withoutSteps.get(step) && !withoutNodes.get(to) && !seen.get(to)) {
                    seen.set(to);
                    open.push(to);
                }
            }
        }
        return seen;
    }

    /** The targets reached from an entry, itself excepted. */
    BitSet targets(int entry, BitSet withoutNodes, BitSet withoutSteps) {
        BitSet reached = reached(entry, withoutNodes, withoutSteps);
        reached.and(targets);
        reached.clear(entry);
        return reached;
    }

    static BitSet only(int... numbers) {
        BitSet set = new BitSet();
        Arrays.stream(numbers).forEach(set::set);
        return set;
    }
}
