package dev.throughline.samples.benchmark;

import dev.throughline.attack.search.PackedGraph;
import java.util.SplittableRandom;

/**
 * Attack steps as bare arrays, the same each time: of ten steps nine stay within an account of a few thousand assets, and
 * probabilities are of four classes. Entries and targets are a hundred each.
 */
final class RandomSteps {
    private static final int ENDS = 100;
    private static final int ACCOUNT = 4_096;
    private static final float[] CLASSES = {0.95f, 0.8f, 0.5f, 0.2f};

    private final int nodes;
    private final int[] from;
    private final int[] to;
    private final float[] probabilities;
    private final int[] entries;
    private final int[] targets;

    private RandomSteps(int nodes, int count, boolean local) {
        SplittableRandom random = new SplittableRandom(1);
        this.nodes = nodes;
        this.from = new int[count];
        this.to = new int[count];
        this.probabilities = new float[count];
        for (int i = 0; i < count; i++) {
            from[i] = random.nextInt(nodes);
            to[i] = local && random.nextInt(10) > 0 ? near(from[i], random) : random.nextInt(nodes);
            probabilities[i] = CLASSES[random.nextInt(CLASSES.length)];
        }
        this.entries = random.ints(0, nodes).distinct().limit(ENDS).toArray();
        this.targets = random.ints(0, nodes).distinct().limit(ENDS).toArray();
    }

    /** Steps of an estate of accounts. */
    static RandomSteps ofAccounts(int nodes, int count) {
        return new RandomSteps(nodes, count, true);
    }

    /** Steps from anywhere to anywhere: the hardest case for the caches of a processor. */
    static RandomSteps anywhere(int nodes, int count) {
        return new RandomSteps(nodes, count, false);
    }

    private int near(int node, SplittableRandom random) {
        int first = node - node % ACCOUNT;
        return first + random.nextInt(Math.min(ACCOUNT, nodes - first));
    }

    PackedGraph packed() {
        return PackedGraph.of(nodes, from, to, probabilities);
    }

    int nodes() {
        return nodes;
    }

    int count() {
        return from.length;
    }

    int from(int step) {
        return from[step];
    }

    int to(int step) {
        return to[step];
    }

    float probability(int step) {
        return probabilities[step];
    }

    int[] entries() {
        return entries.clone();
    }

    int[] targets() {
        return targets.clone();
    }
}
