package dev.throughline.mapping.trust;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.TrustPolicy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The cloud identities that code of a build platform may act as: by conditions of AWS roles, federated credentials of
 * Entra, and workload identity pools of Google Cloud. Immutable and safe to share between threads. Made in one pass over
 * the trust policies and the relations {@code TRUSTS}.
 */
public final class FederatedTrusts {
    private final ImmutableList<FederatedTrust> all;
    private final ImmutableListMultimap<AssetKey, FederatedTrust> byIdentity;
    private final ImmutableListMultimap<AssetKey, FederatedTrust> byTrusted;

    private FederatedTrusts(List<FederatedTrust> found) {
        all = ImmutableList.sortedCopyOf(
                Comparator.comparing(FederatedTrust::identity)
                        .thenComparing(trust -> trust.evidence().fields().toString())
                        .thenComparing(FederatedTrust::toString),
                found);
        ImmutableListMultimap.Builder<AssetKey, FederatedTrust> identities = ImmutableListMultimap.builder();
        ImmutableListMultimap.Builder<AssetKey, FederatedTrust> trusted = ImmutableListMultimap.builder();
        for (FederatedTrust trust : all) {
            identities.put(trust.identity(), trust);
            for (@Nullable AssetKey key : new AssetKey[] {trust.repository(), trust.connection()}) {
                if (key != null) {
                    trusted.put(key, trust);
                }
            }
        }
        byIdentity = identities.build();
        byTrusted = trusted.build();
    }

    /**
     * Reads the trusts of a graph.
     *
     * @param graph the facts
     * @return its trusts
     */
    public static FederatedTrusts of(RiskGraph graph) {
        List<FederatedTrust> found = new ArrayList<>();
        graph.assets(TrustPolicy.class).forEach(policy -> {
            TrustCondition condition = new TrustCondition(policy.issuer(), policy.subject(), policy.audience(), true);
            for (AssetKey identity : holders(graph, policy)) {
                add(condition.trust(identity, List.of(identity, policy.key())), found);
            }
        });
        graph.relations(RelationType.TRUSTS)
                .filter(relation -> relation.properties().containsKey("subject"))
                .forEach(relation -> read(graph, relation, found));
        return new FederatedTrusts(found);
    }

    /** The identities that a policy stands at; itself where nothing tells. */
    private static Set<AssetKey> holders(RiskGraph graph, TrustPolicy policy) {
        Set<AssetKey> holders = new TreeSet<>();
        for (Relation relation : graph.incoming(policy.key())) {
            boolean holds = relation.type() == RelationType.TRUSTS || relation.type() == RelationType.CONTAINS;
            if (holds && relation.from().mayBe(AssetKind.CLOUD_RESOURCE)) {
                holders.add(relation.from());
            }
        }
        if (holders.isEmpty()) {
            holders.add(policy.key());
        }
        return holders;
    }

    private static void read(RiskGraph graph, Relation relation, List<FederatedTrust> found) {
        if (PoolTrust.isMember(String.valueOf(relation.properties().get("subject")))) {
            found.addAll(PoolTrust.of(graph, relation));
        } else {
            add(condition(relation).trust(relation.from(), ends(relation)), found);
        }
    }

    private static TrustCondition condition(Relation relation) {
        return new TrustCondition(
                relation.properties().get("issuer"), relation.properties().get("subject"), null, false);
    }

    private static List<AssetKey> ends(Relation relation) {
        return List.of(relation.from(), relation.to());
    }

    private static void add(@Nullable FederatedTrust trust, List<FederatedTrust> found) {
        if (trust != null) {
            found.add(trust);
        }
    }

    /**
     * All trusts.
     *
     * @return the trusts, ordered by identity and condition
     */
    public List<FederatedTrust> all() {
        return all;
    }

    /**
     * Who may act as an identity.
     *
     * @param identity key of the identity
     * @return its trusts, ordered by condition
     */
    public List<FederatedTrust> of(AssetKey identity) {
        return byIdentity.get(identity);
    }

    /**
     * As whom a repository or service connection may act, by a condition that names it alone.
     *
     * @param trusted key of a repository or service connection
     * @return the trusts, ordered by identity and condition
     */
    public List<FederatedTrust> from(AssetKey trusted) {
        return byTrusted.get(trusted);
    }
}
