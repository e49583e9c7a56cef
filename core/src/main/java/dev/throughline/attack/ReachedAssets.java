package dev.throughline.attack;

import dev.throughline.model.AssetKey;
import java.util.List;
import java.util.Map;

/**
 * What an attacker who holds an asset can get from there, by any number of steps. What has the same cause as a finding is
 * another question: that of its {@code BlastRadius}.
 *
 * @param from the asset
 * @param assets how many other assets can be reached
 * @param byKind how many of each kind, by the label of the kind, ordered
 * @param critical the critical assets among them, ordered
 * @param sensitive the assets with sensitive data among them, ordered
 */
public record ReachedAssets(
        AssetKey from, int assets, Map<String, Integer> byKind, List<AssetKey> critical, List<AssetKey> sensitive) {
    /** Copies the lists; the map is kept as it is given. */
    public ReachedAssets {
        critical = List.copyOf(critical);
        sensitive = List.copyOf(sensitive);
    }
}
