package dev.throughline.connector.kubernetes;

import dev.throughline.connector.kubernetes.PodSpec.PortSpec;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.KubernetesService;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Services, the workloads behind them, and the addresses before them. */
final class ServiceFacts implements NamespaceFacts {
    private final Keys keys;
    private final Dump dump;
    private final Workloads workloads;

    ServiceFacts(Keys keys, Dump dump, Workloads workloads) {
        this.keys = keys;
        this.dump = dump;
        this.workloads = workloads;
    }

    @Override
    public void emit(String namespace, FactSink sink) {
        for (ServiceObject service : dump.services.in(namespace)) {
            AssetKey key = keys.of(AssetKind.KUBERNETES_SERVICE, service.name());
            sink.accept(asset(key, service));
            sink.accept(new Relation(keys.namespace(namespace), RelationType.CONTAINS, key));
            for (RunningWorkload workload : workloads.in(namespace, service::selects)) {
                AssetKey target = keys.workload(workload.name());
                sink.accept(new Relation(key, RelationType.SELECTS, target));
                Map<String, String> reached = reached(service, workload);
                if (!reached.isEmpty()) {
                    sink.accept(new Relation(key, RelationType.ROUTES_TO, target, reached));
                }
            }
            Map<String, String> listening = Routed.ports(
                    service.ports().stream().map(ServiceObject.Port::number).toList(),
                    service.ports().stream().map(ServiceObject.Port::protocol).toList());
            PublicAddresses.route(service.externalAddresses(), key, listening, sink);
            PublicAddresses.route(service.loadBalancerAddresses(), key, listening, sink);
        }
    }

    private static KubernetesService asset(AssetKey key, ServiceObject service) {
        return new KubernetesService(
                key,
                service.name().name(),
                service.type(),
                service.ports().stream().map(ServiceObject.Port::toString).toList(),
                service.externalAddresses(),
                service.loadBalancerAddresses(),
                service.sourceRanges(),
                service.annotations());
    }

    /** The ports of a workload that traffic for the service arrives on. */
    private static Map<String, String> reached(ServiceObject service, RunningWorkload workload) {
        List<Long> ports = new ArrayList<>();
        List<String> protocols = new ArrayList<>();
        for (ServiceObject.Port port : service.ports()) {
            List<Long> targets = targets(port, workload);
            if (!targets.isEmpty()) {
                ports.addAll(targets);
                protocols.add(port.protocol());
            }
        }
        return Routed.ports(ports, protocols);
    }

    /** A number need not be declared by a container to be reached; a name must. */
    private static List<Long> targets(ServiceObject.Port port, RunningWorkload workload) {
        if (port.target().matches("[0-9]{1,5}")) {
            return List.of(Long.valueOf(port.target()));
        }
        return workload.containers().stream()
                .flatMap(c -> c.ports().stream())
                .filter(p ->
                        Objects.equals(p.name(), port.target()) && p.protocol().equals(port.protocol()))
                .map(PortSpec::number)
                .toList();
    }
}
