package dev.throughline.attack;

import dev.throughline.model.AssetKey;
import java.util.Collection;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Where few changes stop many attacks. Exact: no path is left out, and none is counted.
 *
 * @param pairs how many pairs of an entry and a target are connected
 * @param list the choke points, those first that connect most pairs
 * @param remedies what separates at least one pair by itself, most effective first
 * @param minimumCut the cheapest assets that together lie on all paths, ordered; an entry or a target is among them only
 *     where nothing lies between. Of several such sets it is the one nearest to the entries
 */
public record ChokePoints(int pairs, List<ChokePoint> list, List<Remedy> remedies, List<AssetKey> minimumCut) {
    /** The highest cost of an asset. */
    public static final int MOST_COST = 1_000_000;

    /** Copies the lists. */
    public ChokePoints {
        list = List.copyOf(list);
        remedies = List.copyOf(remedies);
        minimumCut = List.copyOf(minimumCut);
    }

    /**
     * Finds the choke points. Takes a near-linear pass over the steps between entries and targets for each entry, then for
     * each remedy the time to look at what is reached through the steps it takes away.
     *
     * @param graph the steps
     * @param entries where attackers start
     * @param targets what they are after; those that are entries count for the other entries only
     * @param cost what it costs to make up for an asset, from 1 to {@link #MOST_COST}; 1 for each if nothing is known
     * @return the choke points
     * @throws IllegalArgumentException if a cost is out of range
     */
    public static ChokePoints of(
            AttackGraph graph,
            Collection<AssetKey> entries,
            Collection<AssetKey> targets,
            ToIntFunction<AssetKey> cost) {
        return new ChokePointSearch(graph, entries, targets).run(cost);
    }
}
