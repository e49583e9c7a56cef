package dev.throughline.attack;

import dev.throughline.model.AssetKey;
import java.util.List;

/**
 * An asset where attack paths meet: two or more pairs of an entry and a target are connected only through it, or it belongs
 * to the {@linkplain ChokePoints#minimumCut() minimum cut}.
 *
 * @param asset the asset; never an entry
 * @param pairs how many pairs of an entry and a target are connected only through it; those whose target it is itself are
 *     not counted
 * @param share share of all pairs that are connected, 0 to 1
 * @param targets how many other targets no entry would reach any more without it
 * @param inMinimumCut whether it belongs to the minimum cut
 * @param remedies what takes steps to it or from it away, most effective first; those that separate no pair by themselves are
 *     left out
 */
public record ChokePoint(
        AssetKey asset, int pairs, double share, int targets, boolean inMinimumCut, List<Remedy> remedies) {
    /** Copies the list. */
    public ChokePoint {
        remedies = List.copyOf(remedies);
    }
}
