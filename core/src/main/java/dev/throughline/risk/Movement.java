package dev.throughline.risk;

import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import java.util.Map;
import java.util.Set;

/**
 * How attackers move, as far as the factors need to know.
 *
 * @param onward for each asset from which an attacker can go on, its first step that leads beyond it
 * @param steppingStones assets that lie in the middle of a reported attack path
 * @param stores for each asset that runs code, a sensitive store that its identity and credentials open, with the way there
 */
public record Movement(Map<AssetKey, Evidence> onward, Set<AssetKey> steppingStones, Map<AssetKey, Evidence> stores) {
    /** Nothing is known yet. */
    public static final Movement NONE = new Movement(Map.of(), Set.of(), Map.of());

    /** Copies the collections. */
    public Movement {
        onward = Map.copyOf(onward);
        steppingStones = Set.copyOf(steppingStones);
        stores = Map.copyOf(stores);
    }
}
