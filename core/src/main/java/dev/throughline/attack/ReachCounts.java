package dev.throughline.attack;

import dev.throughline.attack.search.PackedGraph;
import java.util.BitSet;

/**
 * What can be reached from a node, exactly: nodes of one component of the {@link Condensation} reach the same. Immutable and
 * safe to share between threads.
 */
final class ReachCounts {
    private static final int AT_ONCE = Long.SIZE;

    private final PackedGraph graph;
    private final Condensation components;

    ReachCounts(PackedGraph graph) {
        this.graph = graph;
        this.components = Condensation.of(graph);
    }

    /** The nodes that can be reached from one, itself among them. Takes time in what is reached. */
    BitSet from(int node) {
        BitSet reached = new BitSet();
        BitSet open = new BitSet();
        open.set(components.component(node));
        // A step leads to a lower component, so that from the highest open one nothing leads back to those before.
        for (int at = components.component(node); at >= 0; at = open.previousSetBit(at - 1)) {
            for (int place = components.firstMember(at); place < components.firstMember(at + 1); place++) {
                int member = components.member(place);
                reached.set(member);
                for (int step = graph.firstStep(member); step < graph.firstStep(member + 1); step++) {
                    open.set(components.component(graph.end(step)));
                }
            }
        }
        return reached;
    }

    /** The number of nodes that can be reached from each of some, itself excepted: one pass for every 64 of them. */
    int[] counts(int[] nodes) {
        int[] counts = new int[nodes.length];
        for (int first = 0; first < nodes.length; first += AT_ONCE) {
            count(nodes, first, Math.min(nodes.length, first + AT_ONCE), counts);
        }
        return counts;
    }

    private void count(int[] nodes, int first, int end, int[] counts) {
        long[] reachedBy = new long[components.size()];
        int highest = 0;
        for (int i = first; i < end; i++) {
            int component = components.component(nodes[i]);
            reachedBy[component] |= 1L << (i - first);
            highest = Math.max(highest, component);
            counts[i] = -1;
        }
        for (int at = highest; at >= 0; at--) {
            long sources = reachedBy[at];
            if (sources == 0) {
                continue;
            }
            int size = components.firstMember(at + 1) - components.firstMember(at);
            for (long left = sources; left != 0; left &= left - 1) {
                counts[first + Long.numberOfTrailingZeros(left)] += size;
            }
            spread(at, sources, reachedBy);
        }
    }

    private void spread(int component, long sources, long[] reachedBy) {
        for (int place = components.firstMember(component); place < components.firstMember(component + 1); place++) {
            int member = components.member(place);
            for (int step = graph.firstStep(member); step < graph.firstStep(member + 1); step++) {
                reachedBy[components.component(graph.end(step))] |= sources;
            }
        }
    }
}
