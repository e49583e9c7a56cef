package dev.throughline.attack;

import com.google.common.collect.ImmutableSortedMap;
import com.google.errorprone.annotations.CheckReturnValue;
import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RiskGraph;
import dev.throughline.risk.Factor;
import dev.throughline.risk.FactorIndex;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How far attackers get from each asset, exactly. Made in time linear in the steps; immutable and safe to share between
 * threads.
 */
@CheckReturnValue
public final class Reachability {
    private final AttackGraph attacks;
    private final RiskGraph graph;
    private final ReachCounts counts;
    private final Set<AssetKey> critical;
    private final Set<AssetKey> sensitive;

    private Reachability(AttackGraph attacks, RiskGraph graph, FactorIndex factors) {
        this.attacks = attacks;
        this.graph = graph;
        counts = new ReachCounts(attacks.arrays());
        critical = factors.with(Factor.CRITICAL_RESOURCE);
        sensitive = factors.with(Factor.SENSITIVE_DATA);
    }

    /**
     * Prepares an attack graph.
     *
     * @param attacks the steps
     * @param graph the facts
     * @param factors which assets are critical and sensitive
     * @return how far attackers get
     */
    public static Reachability of(AttackGraph attacks, RiskGraph graph, FactorIndex factors) {
        return new Reachability(attacks, graph, factors);
    }

    /**
     * What can be reached from an asset. Takes time in what that is.
     *
     * @param asset key of an asset
     * @return what it is; nothing if no step starts there
     */
    public ReachedAssets from(AssetKey asset) {
        int number = attacks.number(asset);
        BitSet reached = number < 0 ? new BitSet() : counts.from(number);
        if (number >= 0) {
            reached.clear(number);
        }
        Map<String, Integer> byKind = new TreeMap<>();
        reached.stream().mapToObj(attacks::key).forEach(key -> byKind.merge(kind(key), 1, Integer::sum));
        return new ReachedAssets(
                asset,
                reached.cardinality(),
                ImmutableSortedMap.copyOf(byKind),
                among(critical, reached),
                among(sensitive, reached));
    }

    private String kind(AssetKey key) {
        return graph.find(key)
                .map(Asset::kind)
                .orElseGet(() -> AssetKind.mentioned(key))
                .label();
    }

    private List<AssetKey> among(Set<AssetKey> assets, BitSet reached) {
        return assets.stream()
                .filter(asset -> attacks.number(asset) >= 0 && reached.get(attacks.number(asset)))
                .toList();
    }

    /**
     * How many other assets can be reached from each of many. Takes one pass over the steps for every 64 of them.
     *
     * @param assets keys of assets
     * @return the counts, in the given order; 0 where no step starts
     */
    public Map<AssetKey, Integer> counts(Collection<AssetKey> assets) {
        Map<AssetKey, Integer> all = new LinkedHashMap<>();
        assets.forEach(asset -> all.put(asset, 0));
        List<AssetKey> known = all.keySet().stream()
                .filter(asset -> attacks.number(asset) >= 0)
                .toList();
        int[] reached = counts.counts(known.stream().mapToInt(attacks::number).toArray());
        for (int i = 0; i < reached.length; i++) {
            all.put(known.get(i), reached[i]);
        }
        return all;
    }
}
