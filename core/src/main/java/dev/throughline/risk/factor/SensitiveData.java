package dev.throughline.risk.factor;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Evidence;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.risk.Factor;
import dev.throughline.risk.RiskFactor;
import dev.throughline.risk.Situation;
import dev.throughline.risk.Verdict;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A store is sensitive if a scanner, a cloud or a person classified its data. A workload is sensitive if it is classified
 * itself, keeps data in such a store, or mounts a credential that opens one; the proof names the store.
 */
final class SensitiveData implements RiskFactor {
    @Override
    public Factor factor() {
        return Factor.SENSITIVE_DATA;
    }

    @Override
    public void judge(Situation situation, Consumer<Verdict> verdicts) {
        RiskGraph graph = situation.graph();
        Map<AssetKey, Evidence> stores = SensitiveStores.of(situation);
        stores.forEach((asset, evidence) -> verdicts.accept(Verdict.yes(asset, factor(), evidence)));
        stores.keySet().forEach(store -> judgeUsers(graph, store, verdicts));
    }

    private void judgeUsers(RiskGraph graph, AssetKey store, Consumer<Verdict> verdicts) {
        for (AssetKey user : workloads(graph.incoming(store, RelationType.STORES))) {
            verdicts.accept(
                    Verdict.yes(user, factor(), Evidence.of("it keeps data in a sensitive store", user, store)));
        }
        for (Relation opens : graph.incoming(store, RelationType.CAN_AUTHENTICATE_TO)) {
            for (AssetKey user : workloads(graph.incoming(opens.from(), RelationType.MOUNTS))) {
                verdicts.accept(Verdict.yes(
                        user,
                        factor(),
                        Evidence.of("it holds a credential that opens a sensitive store", user, opens.from(), store)));
            }
        }
    }

    private static List<AssetKey> workloads(List<Relation> relations) {
        return relations.stream()
                .map(Relation::from)
                .filter(key -> key.mayBe(AssetKind.WORKLOAD))
                .toList();
    }
}
