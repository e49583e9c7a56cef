package dev.throughline.attack.search;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;

/**
 * Steps of a graph that are gone or have become less likely, to lie over the graph as it is. Immutable and safe to share
 * between threads.
 */
@CheckReturnValue
public final class WeakenedSteps {
    static final long GONE = Long.MAX_VALUE;

    private final BitSet touched;
    private final int[] lessLikely;
    private final long[] lengths;

    private WeakenedSteps(BitSet touched, int[] lessLikely, long[] lengths) {
        this.touched = touched;
        this.lessLikely = lessLikely;
        this.lengths = lengths;
    }

    /**
     * Takes steps away, and makes others less likely.
     *
     * @param graph the steps as they are
     * @param gone numbers of the steps that are gone
     * @param lessLikely probability of each step that is still there and less likely, by its number
     * @return the changes
     * @throws IllegalArgumentException if a step would become more likely, or its probability is none
     */
    public static WeakenedSteps of(PackedGraph graph, BitSet gone, Map<Integer, Double> lessLikely) {
        BitSet touched = (BitSet) gone.clone();
        int[] steps = new int[lessLikely.size()];
        long[] lengths = new long[steps.length];
        int count = 0;
        for (Map.Entry<Integer, Double> entry : new TreeMap<>(lessLikely).entrySet()) {
            int step = entry.getKey();
            long length = PackedGraph.lengthOf(entry.getValue().floatValue());
            if (length < graph.length(step)) {
                throw new IllegalArgumentException("step " + step + " would become more likely");
            }
            if (!gone.get(step)) {
                touched.set(step);
                steps[count] = step;
                lengths[count++] = length;
            }
        }
        return new WeakenedSteps(touched, Arrays.copyOf(steps, count), lengths);
    }

    /** The first step from a number on that is gone or less likely, or -1. */
    int next(int from) {
        return touched.nextSetBit(from);
    }

    /** The length of a step, or {@link #GONE}. */
    long length(PackedGraph graph, int step) {
        if (!touched.get(step)) {
            return graph.length(step);
        }
        int place = Arrays.binarySearch(lessLikely, step);
        return place < 0 ? GONE : lengths[place];
    }
}
