package dev.throughline.connector.kubernetes;

import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Ingress;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.Map;

/** Ingresses, the services behind them, and the workloads that serve them. */
final class IngressFacts implements NamespaceFacts {
    private final Keys keys;
    private final Dump dump;
    private final IngressControllers controllers;
    private final BackendFacts backends;

    IngressFacts(Keys keys, Dump dump, IngressControllers controllers, BackendFacts backends) {
        this.keys = keys;
        this.dump = dump;
        this.controllers = controllers;
        this.backends = backends;
    }

    @Override
    public void emit(Workloads here, FactSink sink) {
        String namespace = here.namespace();
        for (IngressObject ingress : dump.ingresses.in(namespace)) {
            AssetKey key = keys.of(AssetKind.INGRESS, ingress.name());
            sink.accept(new Ingress(
                    key,
                    ingress.name().name(),
                    ingress.className(),
                    ingress.hosts(),
                    ingress.addresses(),
                    ingress.annotations(),
                    controllers.named(ingress.className())));
            sink.accept(new Relation(keys.namespace(namespace), RelationType.CONTAINS, key));
            backends.route(key, ingress.backends(), sink);
            PublicAddresses.route(ingress.addresses(), key, Map.of(), sink);
            for (WorkloadName controller : controllers.serving(ingress.className())) {
                sink.accept(new Relation(key, RelationType.SELECTS, keys.workload(controller)));
            }
        }
    }
}
