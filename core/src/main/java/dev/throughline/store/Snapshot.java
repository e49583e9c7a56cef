package dev.throughline.store;

import dev.throughline.model.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One committed version of a scope. The newest is the head of the scope.
 *
 * @param scope the scope
 * @param run number of the run that committed it, from 1; 0 before it is committed
 * @param partitions its partitions, ordered by name
 * @param listingIncompleteBecause why the list of partitions may lack some; null if it was complete
 * @param committedAt time of the commit by the clock of the store; null before it is committed
 */
public record Snapshot(
        Scope scope,
        long run,
        List<PartitionState> partitions,
        @Nullable String listingIncompleteBecause,
        @Nullable Instant committedAt) {
    /** Orders the partitions. */
    public Snapshot {
        partitions = partitions.stream()
                .sorted(Comparator.comparing(PartitionState::name))
                .toList();
    }

    /**
     * The number of facts.
     *
     * @return the sum over all partitions
     */
    public long facts() {
        return partitions.stream().mapToLong(PartitionState::facts).sum();
    }

    /**
     * What is missing or out of date in it.
     *
     * @return sentences that name part and reason; empty if everything was read completely
     */
    public List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        if (listingIncompleteBecause != null) {
            gaps.add("not all parts are known: " + listingIncompleteBecause);
        }
        partitions.stream()
                .filter(partition -> partition.staleBecause() != null)
                .forEach(partition -> gaps.add(partition.name() + ": " + partition.staleBecause()));
        return gaps;
    }

    /**
     * Whether nothing is known of the scope: it has no partitions, and the list of them was complete. So says a scope that
     * was retracted, and one that was read and is empty.
     *
     * @return whether it counts as if it were not there
     */
    public boolean saysNothing() {
        return partitions.isEmpty() && listingIncompleteBecause == null;
    }

    /** Whether this says the same as another, apart from when, and from the order in which it was read. */
    boolean saysTheSameAs(Snapshot other) {
        return Objects.equals(listingIncompleteBecause, other.listingIncompleteBecause)
                && partitions.size() == other.partitions.size()
                && IntStream.range(0, partitions.size())
                        .allMatch(i -> partitions.get(i).saysTheSameAs(other.partitions.get(i)));
    }
}
