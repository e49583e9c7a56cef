package dev.throughline.model;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.BitSet;
import java.util.Objects;

/**
 * Where two graphs may differ, by the numbers that each gives its assets. Found in the packed arrays, without making a
 * relation. Takes time in the size of both; graphs of which one was brought forward from the other share most of what they
 * hold, and then it is a few nanoseconds for each relation.
 */
@CheckReturnValue
public final class GraphDifference {
    private final RiskGraph before;
    private final RiskGraph after;
    private final Side earlier = new Side(new BitSet(), new BitSet());
    private final Side later = new Side(new BitSet(), new BitSet());

    /** The number in the later graph of each asset of the earlier one, or -1. */
    private final int[] moved;

    /**
     * One of the two graphs.
     *
     * @param assets numbers of the assets that the other does not hold, or holds or sources otherwise
     * @param starts numbers of the assets whose outgoing relations are others there; who states them does not count
     */
    public record Side(BitSet assets, BitSet starts) {}

    private GraphDifference(RiskGraph before, RiskGraph after) {
        this.before = before;
        this.after = after;
        this.moved = new int[before.size()];
    }

    /**
     * Compares two graphs.
     *
     * @param before the earlier one
     * @param after the later one
     * @return the difference
     */
    public static GraphDifference between(RiskGraph before, RiskGraph after) {
        GraphDifference difference = new GraphDifference(before, after);
        difference.matchAssets();
        difference.compareStarts();
        return difference;
    }

    /**
     * The earlier graph.
     *
     * @return its side
     */
    public Side before() {
        return earlier;
    }

    /**
     * The later graph.
     *
     * @return its side
     */
    public Side after() {
        return later;
    }

    private void matchAssets() {
        int old = 0;
        int now = 0;
        while (old < before.size() || now < after.size()) {
            int order = order(old, now);
            if (order < 0) {
                moved[old] = -1;
                mark(earlier, old++);
            } else if (order > 0) {
                mark(later, now++);
            } else {
                moved[old] = now;
                if (!isSameAsset(old, now)) {
                    earlier.assets.set(old);
                    later.assets.set(now);
                }
                old++;
                now++;
            }
        }
    }

    /** Numbers follow the order of keys. Negative if the earlier graph alone holds its next key. */
    private int order(int old, int now) {
        if (old == before.size()) {
            return 1;
        }
        if (now == after.size()) {
            return -1;
        }
        AssetKey first = before.key(old);
        AssetKey second = after.key(now);
        return first.equals(second) ? 0 : first.compareTo(second);
    }

    private static void mark(Side side, int number) {
        side.assets.set(number);
        side.starts.set(number);
    }

    private boolean isSameAsset(int old, int now) {
        return before.asset(old).equals(after.asset(now))
                && before.sourcesOf(old).equals(after.sourcesOf(now));
    }

    private void compareStarts() {
        for (int old = 0; old < moved.length; old++) {
            int now = moved[old];
            if (now >= 0 && !isSameStart(old, now)) {
                earlier.starts.set(old);
                later.starts.set(now);
            }
        }
    }

    private boolean isSameStart(int old, int now) {
        RelationTable olds = before.relationTable();
        RelationTable news = after.relationTable();
        int shift = news.firstOut(now) - olds.firstOut(old);
        if (news.firstOut(now + 1) - olds.firstOut(old + 1) != shift) {
            return false;
        }
        for (int i = olds.firstOut(old); i < olds.firstOut(old + 1); i++) {
            if (olds.typeNumber(i) != news.typeNumber(i + shift)
                    || moved[olds.to(i)] != news.to(i + shift)
                    || !Objects.equals(olds.propertiesOrNull(i), news.propertiesOrNull(i + shift))) {
                return false;
            }
        }
        return true;
    }
}
