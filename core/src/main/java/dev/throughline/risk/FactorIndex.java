package dev.throughline.risk;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.throughline.mapping.Mapping;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Provenance;
import dev.throughline.model.RiskGraph;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The verdicts of all factors, by asset. Immutable and safe to share between threads.
 *
 * <p>Factors flow from runtime back along the chain: an image, commit, branch, pipeline, package, repository or finding has
 * the factors of the workloads that run its code, each with the workload that gave it. What a person asserted for the time
 * being counts before what rules say.
 */
@CheckReturnValue
public final class FactorIndex {
    private final Mapping mapping;
    private final Map<AssetKey, Map<Factor, Verdict>> verdicts;

    private FactorIndex(Mapping mapping, Map<AssetKey, Map<Factor, Verdict>> verdicts) {
        this.mapping = mapping;
        this.verdicts = verdicts;
    }

    /**
     * Judges factors.
     *
     * @param situation what may be looked at
     * @param factors the factors to judge
     * @return their verdicts
     */
    public static FactorIndex of(Situation situation, Collection<? extends RiskFactor> factors) {
        Map<AssetKey, Map<Factor, Verdict>> verdicts = new TreeMap<>();
        for (RiskFactor factor : factors) {
            factor.judge(situation, verdict -> {
                Verdict sound = withoutFalseSafety(situation.graph(), verdict);
                verdicts.computeIfAbsent(verdict.asset(), a -> new TreeMap<>())
                        .merge(verdict.factor(), sound, FactorIndex::graver);
            });
        }
        assertInto(verdicts, situation);
        return new FactorIndex(situation.mapping(), verdicts);
    }

    /**
     * These verdicts and those of more factors.
     *
     * @param situation what may be looked at
     * @param factors the factors to judge
     * @return a new index
     */
    public FactorIndex and(Situation situation, Collection<? extends RiskFactor> factors) {
        FactorIndex more = of(situation, factors);
        Map<AssetKey, Map<Factor, Verdict>> all = new TreeMap<>();
        verdicts.forEach((asset, byFactor) -> all.put(asset, new TreeMap<>(byFactor)));
        more.verdicts.forEach((asset, byFactor) -> byFactor.forEach((factor, verdict) ->
                all.computeIfAbsent(asset, a -> new TreeMap<>()).merge(factor, verdict, FactorIndex::graver)));
        assertInto(all, situation);
        return new FactorIndex(mapping, all);
    }

    /**
     * These verdicts as they would be if some were others.
     *
     * @param changed the other verdicts; each takes the place of the one on its asset and factor
     * @return a new index
     */
    public FactorIndex with(Collection<Verdict> changed) {
        if (changed.isEmpty()) {
            return this;
        }
        Map<AssetKey, Map<Factor, Verdict>> all = new TreeMap<>(verdicts);
        changed.forEach(verdict -> {
            Map<Factor, Verdict> byFactor = new TreeMap<>(all.getOrDefault(verdict.asset(), Map.of()));
            byFactor.put(verdict.factor(), verdict);
            all.put(verdict.asset(), byFactor);
        });
        return new FactorIndex(mapping, all);
    }

    /** What a person denies does not hold whatever rules say; what one affirms adds to what is known, and hides no graver proof. */
    private static void assertInto(Map<AssetKey, Map<Factor, Verdict>> verdicts, Situation situation) {
        for (Verdict asserted : Assertions.of(situation)) {
            Map<Factor, Verdict> byFactor = verdicts.computeIfAbsent(asserted.asset(), a -> new TreeMap<>());
            if (asserted.isYes()) {
                byFactor.merge(asserted.factor(), asserted, FactorIndex::graver);
            } else {
                byFactor.put(asserted.factor(), asserted);
            }
        }
    }

    /** Two rules may judge one factor of an asset: yes beats unknown, unknown beats no. */
    private static Verdict graver(Verdict a, Verdict b) {
        return rank(b) < rank(a) ? b : a;
    }

    private static int rank(Verdict verdict) {
        return switch (verdict.answer()) {
            case YES -> 0;
            case UNKNOWN -> 1;
            case NO -> 2;
        };
    }

    /** A "no" is not known where the source that tells of the asset was not read completely: what is missing may say yes. */
    private static Verdict withoutFalseSafety(RiskGraph graph, Verdict verdict) {
        if (verdict.answer() != Verdict.Answer.NO) {
            return verdict;
        }
        for (Provenance source : graph.sourcesOf(verdict.asset())) {
            Optional<String> gap = graph.gap(source.scope());
            if (gap.isPresent()) {
                return Verdict.unknown(
                        verdict.asset(), verdict.factor(), source.scope() + " was not read completely: " + gap.get());
            }
        }
        return verdict;
    }

    /**
     * What is known of one factor of one asset.
     *
     * @param asset key of an asset
     * @param factor a factor
     * @return the verdict; unknown if no rule said anything
     */
    public Verdict of(AssetKey asset, Factor factor) {
        Verdict verdict = verdicts.getOrDefault(asset, Map.of()).get(factor);
        return verdict != null ? verdict : Verdict.unknown(asset, factor, "nothing that was read tells");
    }

    /**
     * What was judged of an asset itself.
     *
     * @param asset key of an asset
     * @return the verdicts, ordered by factor
     */
    public List<Verdict> of(AssetKey asset) {
        return List.copyOf(verdicts.getOrDefault(asset, Map.of()).values());
    }

    /**
     * All verdicts, ordered by asset and factor.
     *
     * @return the verdicts
     */
    public List<Verdict> all() {
        List<Verdict> all = new ArrayList<>();
        verdicts.values().forEach(byFactor -> all.addAll(byFactor.values()));
        return all;
    }

    /**
     * The assets for which a factor holds.
     *
     * @param factor a factor
     * @return their keys, ordered
     */
    public Set<AssetKey> with(Factor factor) {
        Set<AssetKey> assets = new TreeSet<>();
        verdicts.forEach((asset, byFactor) -> {
            Verdict verdict = byFactor.get(factor);
            if (verdict != null && verdict.isYes()) {
                assets.add(asset);
            }
        });
        return assets;
    }

    /**
     * What runs the code of an asset: workloads, and cloud resources that run an image.
     *
     * @param asset key of an asset; an image, tag, commit, branch, run, pipeline, repository, file, package, weakness or
     *     vulnerability leads to what runs its code, by the {@linkplain Mapping mapping}
     * @return their keys, ordered; the asset itself if it runs code; none if nothing is known to run it
     */
    public Set<AssetKey> runnersOf(AssetKey asset) {
        return mapping.runnersOf(asset);
    }

    /**
     * The factors that hold for an asset: its own, and those of what runs its code.
     *
     * @param asset key of an asset
     * @return the verdicts that say yes, its own first, then ordered by what runs it and factor; the asset of each verdict
     *     is the one that gave it
     */
    public List<Verdict> inherited(AssetKey asset) {
        List<Verdict> held = new ArrayList<>();
        of(asset).stream().filter(Verdict::isYes).forEach(held::add);
        for (AssetKey runner : runnersOf(asset)) {
            if (!runner.equals(asset)) {
                of(runner).stream().filter(Verdict::isYes).forEach(held::add);
            }
        }
        return held;
    }
}
