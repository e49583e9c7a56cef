package dev.throughline.risk.factor;

import dev.throughline.model.AssetKey;
import dev.throughline.model.DataStore;
import dev.throughline.model.Evidence;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.SecretStore;
import dev.throughline.risk.Factor;
import dev.throughline.risk.RiskFactor;
import dev.throughline.risk.Situation;
import dev.throughline.risk.Verdict;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Critical because of what lies in it or who depends on it: a database with sensitive data, or a store of secrets with many
 * consumers. Level high.
 */
final class CriticalStore implements RiskFactor {
    private static final int MANY = 10;

    /** Relations by which something consumes what a store of secrets holds. */
    private static final Set<RelationType> CONSUMES =
            Set.of(RelationType.MOUNTS, RelationType.CAN_AUTHENTICATE_TO, RelationType.STORES);

    @Override
    public Factor factor() {
        return Factor.CRITICAL_RESOURCE;
    }

    @Override
    public void judge(Situation situation, Consumer<Verdict> verdicts) {
        RiskGraph graph = situation.graph();
        Map<AssetKey, Evidence> sensitive = SensitiveStores.of(situation);
        graph.assets(DataStore.class).filter(CriticalStore::isDatabase).forEach(store -> {
            Evidence evidence = sensitive.get(store.key());
            if (evidence != null) {
                verdicts.accept(critical(store.key(), evidence.statement() + ", and it is a database", evidence));
            }
        });
        graph.assets(SecretStore.class).forEach(store -> {
            int consumers = consumers(graph, store.key());
            if (consumers >= MANY) {
                verdicts.accept(critical(
                        store.key(),
                        "many depend on its secrets",
                        Evidence.of("", store.key()).with("consumers", String.valueOf(consumers))));
            }
        });
    }

    private Verdict critical(AssetKey store, String statement, Evidence evidence) {
        return Verdict.yes(
                store, factor(), new Evidence(statement, evidence.assets(), evidence.fields()).with("level", "high"));
    }

    /** By the type that its provider gives it, else by its native id; never by its name. */
    private static boolean isDatabase(DataStore store) {
        return DatabaseTypes.isDatabase(store.type() == null ? store.key().value() : store.type());
    }

    private static int consumers(RiskGraph graph, AssetKey store) {
        Set<AssetKey> consumers = new HashSet<>();
        for (Relation relation : graph.incoming(store)) {
            if (CONSUMES.contains(relation.type())) {
                consumers.add(relation.from());
            }
        }
        return consumers.size();
    }
}
