package dev.throughline.attack.search;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.Arrays;

/**
 * A directed graph of numbered nodes in primitive arrays: steps in compressed sparse rows by the node they start at, and once
 * more by the node they end at. Takes 20 bytes a step and 8 a node, and while it is made 8 a step more. Immutable and safe to
 * share between threads.
 *
 * <p>A step costs {@code -ln p} where {@code p} is its probability, so that the most likely path is the cheapest. Costs are
 * whole multiples of 2<sup>-24</sup>: sums of them are exact, whatever their order, and equally likely paths cost the same.
 */
@CheckReturnValue
public final class PackedGraph {
    private static final double UNIT = 0x1p-24;
    private static final int MOST_COST = 1 << 30;
    private static final int HOP_BITS = 16;

    private final int[] firstSteps;
    private final int[] starts;
    private final int[] ends;
    private final int[] costs;
    private final int[] firstIntos;
    private final int[] intos;
    private final int[] sources;

    private PackedGraph(int size, int[] from, int[] to, float[] probabilities) {
        firstSteps = rows(size, from);
        starts = owners(firstSteps);
        int[] next = firstSteps.clone();
        long[] pairs = new long[from.length];
        for (int i = 0; i < from.length; i++) {
            pairs[next[from[i]]++] = pair(to[i], units(probabilities[i]));
        }
        ends = firsts(pairs);
        costs = seconds(pairs);
        firstIntos = rows(size, ends);
        next = firstIntos.clone();
        for (int step = 0; step < ends.length; step++) {
            pairs[next[ends[step]]++] = pair(step, starts[step]);
        }
        intos = firsts(pairs);
        sources = seconds(pairs);
    }

    /** Two numbers that are put to the same place at once: in a large graph every place is far from the last. */
    private static long pair(int first, int second) {
        return (long) first << Integer.SIZE | second;
    }

    private static int[] firsts(long[] pairs) {
        int[] firsts = new int[pairs.length];
        Arrays.setAll(firsts, i -> (int) (pairs[i] >>> Integer.SIZE));
        return firsts;
    }

    private static int[] seconds(long[] pairs) {
        int[] seconds = new int[pairs.length];
        Arrays.setAll(seconds, i -> (int) pairs[i]);
        return seconds;
    }

    /**
     * Packs steps, in time linear in nodes and steps. Steps are numbered by the node they start at, and in the given order
     * where that is the same.
     *
     * @param size number of nodes, which are numbered from 0
     * @param from where each step starts
     * @param to where each step ends
     * @param probabilities probability of each step, above 0 and at most 1; below 1e-27 all count the same
     * @return the graph
     * @throws IllegalArgumentException if the arrays differ in length, or hold what is no node or no probability
     */
    public static PackedGraph of(int size, int[] from, int[] to, float[] probabilities) {
        if (from.length != to.length || from.length != probabilities.length) {
            throw new IllegalArgumentException(
                    from.length + " starts, " + to.length + " ends and " + probabilities.length + " probabilities");
        }
        return new PackedGraph(size, from, to, probabilities);
    }

    /** Where the row of each node begins, from how many steps it has. */
    private static int[] rows(int size, int[] nodes) {
        int[] first = new int[size + 1];
        for (int node : nodes) {
            if (node < 0 || node >= size) {
                throw new IllegalArgumentException("there is no node " + node + " of " + size);
            }
            first[node + 1]++;
        }
        for (int node = 0; node < size; node++) {
            first[node + 1] += first[node];
        }
        return first;
    }

    /** The node of each place in rows. */
    private static int[] owners(int[] rows) {
        int size = rows.length - 1;
        int[] owners = new int[rows[size]];
        for (int node = 0; node < size; node++) {
            Arrays.fill(owners, rows[node], rows[node + 1], node);
        }
        return owners;
    }

    private static int units(float probability) {
        if (!(probability > 0 && probability <= 1)) {
            throw new IllegalArgumentException(probability + " is no probability above 0");
        }
        return (int) Math.min(MOST_COST, Math.round(-Math.log(probability) / UNIT));
    }

    /**
     * The number of nodes.
     *
     * @return the number
     */
    public int size() {
        return firstSteps.length - 1;
    }

    /**
     * The number of steps.
     *
     * @return the number
     */
    public int stepCount() {
        return ends.length;
    }

    /**
     * The first step of a node; those that follow, up to the first of the next node, start there too.
     *
     * @param node a node, or {@link #size()} for the end of the last row
     * @return number of a step
     */
    public int firstStep(int node) {
        return firstSteps[node];
    }

    /**
     * Where a step starts.
     *
     * @param step number of a step
     * @return a node
     */
    public int start(int step) {
        return starts[step];
    }

    /**
     * Where a step ends.
     *
     * @param step number of a step
     * @return a node
     */
    public int end(int step) {
        return ends[step];
    }

    /**
     * The cost of a step.
     *
     * @param step number of a step
     * @return {@code -ln p}, 0 or more
     */
    public double cost(int step) {
        return costs[step] * UNIT;
    }

    /**
     * The first place of a node in the reverse rows; those that follow, up to the first of the next node, lead to it too.
     *
     * @param node a node, or {@link #size()} for the end of the last row
     * @return a place in the reverse rows
     */
    public int firstInto(int node) {
        return firstIntos[node];
    }

    /**
     * The step at a place in the reverse rows.
     *
     * @param place a place
     * @return number of a step
     */
    public int into(int place) {
        return intos[place];
    }

    /**
     * Where the step at a place in the reverse rows starts, without a look at the step.
     *
     * @param place a place
     * @return a node
     */
    public int source(int place) {
        return sources[place];
    }

    /**
     * How much memory the arrays take.
     *
     * @return bytes
     */
    public long bytes() {
        return Integer.BYTES * (5L * stepCount() + 2L * firstSteps.length);
    }

    /**
     * The cost of a step in units, and one hop: paths are compared by cost, and by hops where it is the same. It is never 0,
     * so no path of least length visits a node twice.
     */
    long length(int step) {
        return ofUnits(costs[step]);
    }

    private static long ofUnits(int units) {
        return ((long) units << HOP_BITS) + 1;
    }

    /** The length of a step of some probability. */
    static long lengthOf(float probability) {
        return ofUnits(units(probability));
    }

    /** The probability of a path of some length. */
    static double probability(long length) {
        return Math.exp(-(length >>> HOP_BITS) * UNIT);
    }
}
