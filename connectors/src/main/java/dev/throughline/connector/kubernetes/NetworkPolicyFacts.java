package dev.throughline.connector.kubernetes;

import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.NetworkPolicy;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;

/** Network policies and the workloads they are for. */
final class NetworkPolicyFacts implements NamespaceFacts {
    private final Keys keys;
    private final Dump dump;

    NetworkPolicyFacts(Keys keys, Dump dump) {
        this.keys = keys;
        this.dump = dump;
    }

    @Override
    public void emit(Workloads here, FactSink sink) {
        String namespace = here.namespace();
        for (NetworkPolicyObject policy : dump.policies.in(namespace)) {
            AssetKey key = keys.of(AssetKind.NETWORK_POLICY, policy.name());
            sink.accept(new NetworkPolicy(key, policy.name().name(), policy.isolatesIngress(), policy.ingressFrom()));
            sink.accept(new Relation(keys.namespace(namespace), RelationType.CONTAINS, key));
            for (RunningWorkload workload : here.fitting(policy.selector()::matches)) {
                AssetKey target = keys.workload(workload.name());
                sink.accept(new Relation(key, RelationType.SELECTS, target));
                sink.accept(new Relation(target, RelationType.GUARDED_BY, key));
            }
        }
    }
}
