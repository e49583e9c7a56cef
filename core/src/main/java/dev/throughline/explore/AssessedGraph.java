package dev.throughline.explore;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableSet;
import dev.throughline.attack.AttackGraph;
import dev.throughline.finding.Finding;
import dev.throughline.mapping.Mapping;
import dev.throughline.model.Asset;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Provenance;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.risk.FactorIndex;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A graph and what was derived from it, by the numbers of the assets. What a question needs is indexed when the first one
 * needs it. Safe to share between threads.
 */
final class AssessedGraph {
    private static final ImmutableSet<String> DERIVED =
            Arrays.stream(DerivedRelation.values()).map(Enum::name).collect(ImmutableSet.toImmutableSet());

    private final RiskGraph graph;
    private final Supplier<AssetKind[]> kinds = Suppliers.memoize(this::readKinds);
    private final Supplier<BitSet> silent = Suppliers.memoize(this::readSilent);
    private final Supplier<FactorSets> factors;
    private final Supplier<FindingPlaces> findings;
    private final Supplier<PackedLinks> builtFrom;
    private final Supplier<PackedLinks> deployedFrom;
    private final Supplier<PackedLinks> canAttack;

    AssessedGraph(RiskGraph graph, Mapping mapping, FactorIndex verdicts, AttackGraph attacks, List<Finding> found) {
        this.graph = graph;
        factors = Suppliers.memoize(() -> new FactorSets(graph, verdicts));
        findings = Suppliers.memoize(() -> new FindingPlaces(graph, found));
        builtFrom = Suppliers.memoize(() -> DerivedLinks.builtFrom(graph, mapping));
        deployedFrom = Suppliers.memoize(() -> DerivedLinks.deployedFrom(graph, mapping));
        canAttack = Suppliers.memoize(() -> DerivedLinks.canAttack(graph, attacks));
    }

    RiskGraph graph() {
        return graph;
    }

    BitSet all() {
        BitSet all = new BitSet(graph.size());
        all.set(0, graph.size());
        return all;
    }

    FactorSets factors() {
        return factors.get();
    }

    FindingPlaces findings() {
        return findings.get();
    }

    /** Of some assets those of some kinds. */
    BitSet ofKinds(BitSet assets, Set<AssetKind> wanted) {
        AssetKind[] kind = kinds.get();
        BitSet found = new BitSet(graph.size());
        for (int i = assets.nextSetBit(0); i >= 0; i = assets.nextSetBit(i + 1)) {
            if (wanted.contains(kind[i])) {
                found.set(i);
            }
        }
        return found;
    }

    private AssetKind[] readKinds() {
        return graph.assets().stream().map(Asset::kind).toArray(AssetKind[]::new);
    }

    /** The assets that nobody described, or that a source described which was not read completely. */
    BitSet silent() {
        return silent.get();
    }

    private BitSet readSilent() {
        BitSet read = new BitSet(graph.size());
        for (int i = 0; i < graph.size(); i++) {
            List<Provenance> sources = graph.sourcesOf(i);
            read.set(
                    i,
                    sources.isEmpty()
                            || sources.stream()
                                    .anyMatch(
                                            source -> graph.gap(source.scope()).isPresent()));
        }
        return read;
    }

    /** The relations of a type in a direction. */
    Links links(String type, boolean outgoing) {
        return DERIVED.contains(type)
                ? derived(DerivedRelation.valueOf(type), outgoing)
                : stated(RelationType.valueOf(type), outgoing);
    }

    private Links derived(DerivedRelation type, boolean outgoing) {
        Supplier<PackedLinks> links = switch (type) {
            case BUILT_FROM -> builtFrom;
            case DEPLOYED_FROM -> deployedFrom;
            case CAN_ATTACK -> canAttack;
        };
        PackedLinks packed = links.get();
        return outgoing ? packed::visitTargets : packed::visitSources;
    }

    private Links stated(RelationType type, boolean outgoing) {
        return outgoing
                ? (asset, visitor) -> graph.visitTargets(asset, type, visitor)
                : (asset, visitor) -> graph.visitSources(asset, type, visitor);
    }
}
