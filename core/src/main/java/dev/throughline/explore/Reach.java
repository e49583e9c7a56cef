package dev.throughline.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** Walks a connection from sets of assets. Takes time in the number of relations at the assets it comes by, each once. */
final class Reach {
    private final List<Links> links = new ArrayList<>();
    private final int hops;
    private final int size;

    /** Along the connection, as a condition means it. */
    static Reach along(AssessedGraph graph, Condition.Connected condition) {
        return new Reach(graph, condition.connection(), condition.outgoing());
    }

    /** From what it leads to back to where it starts. */
    static Reach back(AssessedGraph graph, Condition.Connected condition) {
        return new Reach(graph, condition.connection(), !condition.outgoing());
    }

    private Reach(AssessedGraph graph, Connection connection, boolean outgoing) {
        connection.types().forEach(type -> links.add(graph.links(type, outgoing)));
        hops = connection.hops();
        size = graph.graph().size();
    }

    /** What is reached over at least one relation and as many as are allowed at most. */
    BitSet from(BitSet starts) {
        return from(starts, new BitSet());
    }

    /**
     * What is reached from some assets over at least one relation, and from others, which are reached themselves, over one
     * fewer.
     */
    BitSet from(BitSet starts, BitSet alsoReached) {
        BitSet reached = step(starts);
        reached.or(alsoReached);
        BitSet fresh = reached;
        for (int hop = 1; hop < hops && !fresh.isEmpty(); hop++) {
            BitSet next = step(fresh);
            next.andNot(reached);
            reached = (BitSet) reached.clone();
            reached.or(next);
            fresh = next;
        }
        return reached;
    }

    private BitSet step(BitSet from) {
        BitSet to = new BitSet(size);
        for (Links link : links) {
            for (int i = from.nextSetBit(0); i >= 0; i = from.nextSetBit(i + 1)) {
                link.visit(i, to::set);
            }
        }
        return to;
    }

    /** What is reached from one asset, ascending. Takes time in the relations on the way, not in the size of the graph. */
    int[] from(int start) {
        int[] reached = step(IntStream.of(start));
        int[] fresh = reached;
        for (int hop = 1; hop < hops && fresh.length > 0; hop++) {
            int[] known = reached;
            fresh = IntStream.of(step(IntStream.of(fresh)))
                    .filter(asset -> Arrays.binarySearch(known, asset) < 0)
                    .toArray();
            reached = IntStream.concat(IntStream.of(known), IntStream.of(fresh))
                    .sorted()
                    .toArray();
        }
        return reached;
    }

    private int[] step(IntStream from) {
        IntStream.Builder to = IntStream.builder();
        from.forEach(asset -> links.forEach(link -> link.visit(asset, to::add)));
        return to.build().sorted().distinct().toArray();
    }
}
