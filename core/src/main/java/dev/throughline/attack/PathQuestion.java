package dev.throughline.attack;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Sets;
import dev.throughline.model.AssetKey;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which paths to look for.
 *
 * @param entries where they begin; null for everywhere outside
 * @param targets where they end; null for all that is critical or sensitive
 * @param through what each of them leads through
 * @param hops the most steps of one
 * @param next how many to find for each entry and target besides the best
 * @param effort how many steps of the graph may be looked at
 */
record PathQuestion(
        @Nullable ImmutableSortedSet<AssetKey> entries,
        @Nullable ImmutableSortedSet<AssetKey> targets,
        ImmutableSortedSet<AssetKey> through,
        int hops,
        int next,
        long effort) {
    /** Crossing paths may be many: an answer shall come within minutes. */
    private static final long EFFORT = 1_000_000_000;

    /** The best path for each entry and target. */
    static final PathQuestion ANY = new PathQuestion(null, null, ImmutableSortedSet.of(), Integer.MAX_VALUE, 0, EFFORT);

    /** Whether it asks for the best paths only, however long. */
    boolean isForBest() {
        return through.isEmpty() && hops == Integer.MAX_VALUE && next == 0;
    }

    PathQuestion from(Set<AssetKey> some) {
        return new PathQuestion(both(entries, some), targets, through, hops, next, effort);
    }

    PathQuestion to(Set<AssetKey> some) {
        return new PathQuestion(entries, both(targets, some), through, hops, next, effort);
    }

    PathQuestion through(AssetKey asset) {
        return new PathQuestion(
                entries, targets, ImmutableSortedSet.copyOf(Sets.union(through, Set.of(asset))), hops, next, effort);
    }

    PathQuestion withinHops(int most) {
        return new PathQuestion(entries, targets, through, Math.min(hops, most), next, effort);
    }

    PathQuestion nextBest(int more) {
        return new PathQuestion(entries, targets, through, hops, more, effort);
    }

    PathQuestion withinEffort(long most) {
        checkArgument(most >= 0, "an effort of %s steps", most);
        return new PathQuestion(entries, targets, through, hops, next, most);
    }

    private static ImmutableSortedSet<AssetKey> both(@Nullable Set<AssetKey> before, Set<AssetKey> some) {
        return ImmutableSortedSet.copyOf(before == null ? some : Sets.intersection(before, some));
    }
}
